package stet.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.ingest.warc.HttpMessage;

/** What a record of a web archive comes to. */
sealed interface Converted {
  /** A capture. */
  record Kept(Capture capture) implements Converted {}

  /**
   * Nothing to take.
   *
   * @param page whether it is a page that was only not selected: others may refer to its bytes
   */
  record Skipped(String reason, boolean page) implements Converted {
    Skipped(String reason) {
      this(reason, false);
    }
  }

  /**
   * A capture whose bytes are in another record.
   *
   * @param capture the capture so far, with an empty payload
   * @param message the response's head; null where the record has none
   * @param digest the payload's digest as stated; empty where it states none
   * @param uri the address of the other record; empty where it is not stated
   * @param at its time, null where it is not stated
   */
  record Refers(
      Capture capture,
      @Nullable HttpMessage message,
      String digest,
      String uri,
      @Nullable Instant at)
      implements Converted {}
}
