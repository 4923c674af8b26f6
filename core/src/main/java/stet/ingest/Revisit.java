package stet.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;

/**
 * A capture whose bytes are in another record.
 *
 * @param capture the capture so far, with an empty payload
 * @param digest the payload's digest as stated; empty where it states none
 * @param uri the address of the other record; empty where it is not stated
 * @param at its time, null where it is not stated
 */
public record Revisit(Capture capture, String digest, String uri, @Nullable Instant at) {
  /** By what the other record may be known. The digest's name counts for more. */
  public RecordNames names() {
    return RecordNames.of(digest, uri, at);
  }

  /** The capture, with the bytes of another one. */
  public Capture with(Capture original) {
    Payload payload = original.payload();
    String mediaType = capture.mediaType().isEmpty() ? original.mediaType() : capture.mediaType();
    return new Capture(
        capture.uri(),
        capture.at(),
        capture.ordinal(),
        mediaType,
        payload,
        capture.source(),
        exchange(original));
  }

  /**
   * The revisit's own response where it is recorded. Otherwise the earlier one's is taken only
   * where the bytes cannot be read without it; else nothing is claimed.
   */
  private Exchange exchange(Capture original) {
    Payload payload = original.payload();
    if (capture.exchange() instanceof Exchange.Http own) {
      return new Exchange.Http(own.request(), own.response(), payload, own.address());
    }
    if (original.contentEncoding().isEmpty()) {
      return Exchange.UNRECORDED;
    }
    Exchange.Http earlier = (Exchange.Http) original.exchange();
    return new Exchange.Http(HttpHead.NONE, earlier.response(), payload, "");
  }

  /** The same, with what is known of how the capture was come by. */
  Revisit from(CaptureSource source) {
    return new Revisit(capture.as(capture.uri(), source), digest, uri, at);
  }
}
