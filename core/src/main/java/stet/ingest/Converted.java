package stet.ingest;

import stet.capture.Capture;

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

  /** A capture whose bytes are in another record. */
  record Refers(Revisit revisit) implements Converted {}
}
