package stet.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import org.netpreserve.jwarc.HttpResponse;
import stet.capture.Capture;
import stet.capture.Digest;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;

/**
 * A response as the block of a WARC record: its head and its body as transferred.
 *
 * <p>Servers send chunks that do not decode, and archives keep heads that speak of chunks beside
 * bodies that have none any more. A body is kept as transferred only if decoding it gives the
 * payload again; otherwise the payload itself stands for it, so that what is archived can always be
 * read.
 *
 * @param chunked whether the body is in the chunked transfer coding (RFC 9112 section 7.1)
 */
record HttpBlock(Exchange.Http exchange, Payload bytes, boolean chunked) {

  static HttpBlock of(Capture capture, Exchange.Http exchange) throws IOException {
    Payload transferred = exchange.transferred();
    boolean chunked = !transferred.digest().equals(capture.payload().digest());
    if (chunked && !decodes(exchange.response(), transferred, capture.payload())) {
      chunked = false;
      exchange =
          new Exchange.Http(
              exchange.request(),
              exchange.response(),
              capture.payload(),
              exchange.address(),
              exchange.took());
    }
    return new HttpBlock(
        exchange, joined(exchange.response().bytes(), exchange.transferred()), chunked);
  }

  private static boolean decodes(HttpHead head, Payload transferred, Payload payload) {
    try (InputStream block = joined(head.bytes(), transferred).open();
        InputStream body = dechunked(block)) {
      return Digest.of(body).equals(payload.digest());
    } catch (IOException e) {
      return false;
    }
  }

  /** The body of the response in a block, without its transfer coding. */
  static InputStream dechunked(InputStream block) throws IOException {
    return HttpResponse.parse(Channels.newChannel(block)).body().stream();
  }

  private static Payload joined(byte[] head, Payload body) throws IOException {
    Digest digest;
    try (InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), body.open())) {
      digest = Digest.of(all);
    }
    return new Joined(head, body, digest);
  }

  /** Two sequences of bytes as one. */
  private record Joined(byte[] head, Payload body, Digest digest) implements Payload {
    @Override
    public InputStream open() throws IOException {
      return new SequenceInputStream(new ByteArrayInputStream(head), body.open());
    }

    @Override
    public long size() {
      return head.length + body.size();
    }
  }
}
