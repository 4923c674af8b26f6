package stet.archive;

import stet.capture.Capture;

/** What a scan finds at one place of an archive file. */
public sealed interface StoredRecord {
  /** Where it lies. */
  WarcLocation location();

  /**
   * A capture.
   *
   * @param location the record that describes the capture
   * @param payload the record that holds its bytes: the same one, or for a revisit an earlier one
   * @param capture the capture, its payload re-openable from the archive
   */
  record StoredCapture(WarcLocation location, WarcLocation payload, Capture capture)
      implements StoredRecord {
    /** Whether the bytes had been archived before, so that the record only refers to them. */
    public boolean revisit() {
      return !location.equals(payload);
    }
  }

  /**
   * A sound record that is no capture.
   *
   * @param type its WARC-Type, such as {@code warcinfo}
   */
  record OtherRecord(WarcLocation location, String type) implements StoredRecord {}

  /**
   * A stretch of the file that is no sound record. The scan goes on with the next one.
   *
   * @param what the first thing found wrong, in words
   * @param toEnd whether nothing sound follows in the file: an unfinished write looks so
   */
  record DamagedRecord(WarcLocation location, String what, boolean toEnd) implements StoredRecord {}
}
