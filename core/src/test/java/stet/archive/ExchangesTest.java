package stet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import stet.archive.ArchiveVerifier.Level;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.CaptureSource.Live;
import stet.capture.CaptureSource.Memento;
import stet.capture.CaptureSource.Role;
import stet.capture.CaptureSource.WarcRecord;
import stet.capture.Digest;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;

/** What crossed the wire is archived as it did and comes back the same. */
class ExchangesTest {
  private static final String STORY = "https://courier.example/a%20story?x=\u00e9";
  private static final HttpHead REQUEST =
      head("GET /a%20story HTTP/1.1\r\nHost: courier.example\r\nAccept: */*\r\n\r\n");
  private static final HttpHead OK =
      head("HTTP/1.1 200 OK\r\nETag: \"1\"\r\nX-Odd:  \t two  \r\nContent-Type: text/html\r\n\r\n");
  private static final HttpHead CHUNKED =
      head("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n");

  @TempDir Path folder;

  private static HttpHead head(String text) {
    return HttpHead.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Payload payload(String text) {
    return Payload.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Capture capture(int second, Payload payload, Exchange exchange) {
    return capture(second, payload, exchange, new Live("https://courier.example/story"));
  }

  private static Capture capture(
      int second, Payload payload, Exchange exchange, CaptureSource source) {
    return new Capture(
        STORY, Captures.DAY.plusSeconds(second), 0, "text/html", payload, source, exchange);
  }

  private static Exchange.Http http(HttpHead response, Payload transferred) {
    return new Exchange.Http(REQUEST, response, transferred, "203.0.113.7");
  }

  private StoredCapture roundTrip(Capture... captures) throws IOException {
    Captures.write(folder, captures);
    List<StoredCapture> all = Captures.captures(folder);
    assertThat(all).hasSize(captures.length);
    assertThat(verify(Level.DIGESTS).findings()).isEmpty();
    return all.get(all.size() - 1);
  }

  private Verification verify(Level level) throws IOException {
    return ArchiveVerifier.verify(folder, level, Map.of());
  }

  private static void assertSame(Capture read, Capture written) throws IOException {
    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("payload", "exchange.transferred")
        .isEqualTo(written);
    assertThat(read.payload().bytes()).isEqualTo(written.payload().bytes());
    assertThat(read.payload().digest()).isEqualTo(written.payload().digest());
    assertThat(read.payload().size()).isEqualTo(written.payload().size());
  }

  @Test
  void aResponseComesBackWithItsHeadRequestAndAddress() throws IOException {
    Payload page = payload("<p>Words</p>");
    Capture written = capture(1, page, http(OK, page));
    StoredCapture read = roundTrip(written);
    assertSame(read.capture(), written);
    Exchange.Http exchange = (Exchange.Http) read.capture().exchange();
    assertThat(exchange.transferred().bytes()).isEqualTo(page.bytes());
    assertThat(exchange.response().bytes()).isEqualTo(OK.bytes());
    assertThat(exchange.request().bytes()).isEqualTo(REQUEST.bytes());
  }

  @Test
  void aMetadataRecordTellsHowTheCaptureWasMade() throws IOException {
    Payload page = payload("<p>Words</p>");
    Live source =
        new Live("https://courier.example/s", Role.PAGE, "https://courier.example/f?a=\u00e9");
    Exchange.Http slow =
        new Exchange.Http(REQUEST, OK, page, "203.0.113.7", Duration.ofMillis(412));
    Capture written = capture(1, page, slow, source);
    StoredCapture read = roundTrip(written, capture(2, page, slow, source));
    assertSame(read.capture(), capture(2, page, slow, source));
    assertThat(read.revisit()).isTrue();
    List<String> told = new ArrayList<>();
    try (WarcReader reader =
        new WarcReader(folder.resolve(new WarcArchive(folder).files().get(0)))) {
      Set<URI> captures = new HashSet<>();
      List<URI> described = new ArrayList<>();
      for (org.netpreserve.jwarc.WarcRecord record : reader) {
        if (record instanceof WarcMetadata metadata) {
          assertThat(metadata.contentType().base()).hasToString("application/warc-fields");
          described.addAll(metadata.concurrentTo());
          told.add(
              metadata.fields().first("fetchTimeMs").orElse("")
                  + " "
                  + metadata.fields().first("via").orElse(""));
        } else if (record instanceof WarcResponse || record instanceof WarcRevisit) {
          captures.add(record.id());
        }
      }
      assertThat(described).hasSize(2).allMatch(captures::contains);
    }
    assertThat(told).containsOnly("412 https://courier.example/f?a=%C3%A9").hasSize(2);
  }

  @Test
  void chunksAreKeptAsTheyCame() throws IOException {
    Payload sent = payload("5;ext=1\r\nHello\r\n1\r\n!\r\n0\r\nTrailer: x\r\n\r\n");
    Capture written = capture(1, payload("Hello!"), http(CHUNKED, sent));
    StoredCapture read = roundTrip(written);
    assertSame(read.capture(), written);
    Payload transferred = ((Exchange.Http) read.capture().exchange()).transferred();
    assertThat(transferred.bytes()).isEqualTo(sent.bytes());
    assertThat(transferred.digest()).isEqualTo(sent.digest());
    assertThat(transferred.size()).isEqualTo(sent.size());
  }

  @Test
  void aBodyWhoseChunksDoNotDecodeIsKeptWithoutThem() throws IOException {
    Capture written = capture(1, payload("Hello!"), http(CHUNKED, payload("nonsense")));
    StoredCapture read = roundTrip(written);
    assertSame(read.capture(), written);
    assertThat(((Exchange.Http) read.capture().exchange()).transferred().bytes())
        .isEqualTo("Hello!".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void theSameBytesAgainAreARevisitThatKeepsTheHead() throws IOException {
    HttpHead second = head("HTTP/1.1 200 OK\r\nETag: \"2\"\r\n\r\n");
    Payload page = payload("<p>Words</p>");
    Capture written = capture(2, page, http(second, page));
    StoredCapture read = roundTrip(capture(1, page, http(OK, page)), written);
    assertThat(read.revisit()).isTrue();
    assertSame(read.capture(), written);
  }

  @Test
  void notModifiedRefersToWhatItConfirms() throws IOException {
    HttpHead notModified = head("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n");
    Payload page = payload("<p>Words</p>");
    Capture written = capture(2, page, http(notModified, payload("")));
    StoredCapture read = roundTrip(capture(1, page, http(OK, page)), written);
    assertThat(read.revisit()).isTrue();
    assertSame(read.capture(), written);
    assertThat(((Exchange.Http) read.capture().exchange()).transferred().size()).isZero();
  }

  @Test
  void aConfirmationOfBytesThatAreNotHereKeepsTheBytesAlone() throws IOException {
    HttpHead notModified = head("HTTP/1.1 304 Not Modified\r\n\r\n");
    Payload page = payload("<p>Words</p>");
    StoredCapture read = roundTrip(capture(2, page, http(notModified, payload(""))));
    assertThat(read.capture().exchange()).isEqualTo(Exchange.UNRECORDED);
    assertThat(read.capture().payload().bytes()).isEqualTo(page.bytes());
  }

  @Test
  void aFailureIsKept() throws IOException {
    Exchange failed = new Exchange.Failed(Exchange.Failure.TIMEOUT, "no answer in 30 s: \u00fc%");
    Capture written = capture(1, payload(""), failed);
    assertSame(roundTrip(written).capture(), written);
  }

  @Test
  void everySourceComesBack() throws IOException {
    Payload page = payload("x");
    for (CaptureSource source :
        List.of(
            new Live(
                "https://courier.example/feed.xml", Role.LIST, "https://courier.example/index.xml"),
            new WarcRecord("crawl \u00e9.warc.gz", "<urn:uuid:1>"),
            new Memento("Internet Archive", "https://archive.example/2020/https://a.example/"))) {
      assertSame(
          roundTripLast(capture(1, page, Exchange.UNRECORDED, source)).capture(),
          capture(1, page, Exchange.UNRECORDED, source));
    }
  }

  private StoredCapture roundTripLast(Capture capture) throws IOException {
    Captures.write(folder, capture);
    List<StoredCapture> all = Captures.captures(folder);
    return all.get(all.size() - 1);
  }

  @Test
  void jwarcReadsRequestResponseAndRevisit() throws IOException {
    Payload sent = payload("6\r\nHello!\r\n0\r\n\r\n");
    roundTrip(
        capture(1, payload("Hello!"), http(CHUNKED, sent)),
        capture(2, payload("Hello!"), http(OK, payload("Hello!"))));
    Path file = folder.resolve(new WarcArchive(folder).files().get(0));
    int seen = 0;
    try (WarcReader reader = new WarcReader(file)) {
      for (org.netpreserve.jwarc.WarcRecord record : reader) {
        if (record instanceof WarcRequest request) {
          assertThat(request.http().target()).isEqualTo("/a%20story");
          seen++;
        } else if (record instanceof WarcResponse response) {
          assertThat(response.http().status()).isEqualTo(200);
          byte[] body = response.payload().orElseThrow().body().stream().readAllBytes();
          assertThat(Digest.of(body).labelled())
              .isEqualTo(response.headers().sole("WARC-Payload-Digest").orElseThrow());
          seen += 10;
        } else if (record instanceof WarcRevisit revisit) {
          assertThat(revisit.http().headers().first("ETag")).contains("\"1\"");
          seen += 100;
        }
      }
    }
    assertThat(seen).isEqualTo(112);
  }

  /** Every byte of requests, responses, revisits and failures, one bit flipped. */
  @Test
  void anyFlippedByteIsExactlyOneFinding() throws IOException {
    Payload page = payload("<p>Words</p>");
    roundTrip(
        capture(1, page, http(OK, page)),
        capture(2, payload("Hello!"), http(CHUNKED, payload("6\r\nHello!\r\n0\r\n\r\n"))),
        capture(3, page, http(head("HTTP/1.1 304 Not Modified\r\n\r\n"), payload(""))),
        capture(4, payload(""), new Exchange.Failed(Exchange.Failure.TLS, "expired")));
    Path file = folder.resolve(new WarcArchive(folder).files().get(0));
    byte[] sound = Files.readAllBytes(file);
    for (int i = 0; i < sound.length; i++) {
      byte[] damaged = sound.clone();
      damaged[i] ^= (byte) (1 << i % 8);
      Files.write(file, damaged);
      Map<String, Long> vouched = Map.of(file.getFileName().toString(), (long) sound.length);
      Level level = i % 2 == 0 ? Level.DIGESTS : Level.STRUCTURE;
      assertThat(ArchiveVerifier.verify(folder, level, vouched).findings())
          .as("byte %d", i)
          .hasSize(1);
    }
  }
}
