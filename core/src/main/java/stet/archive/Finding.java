package stet.archive;

import java.util.Locale;

/**
 * One thing found wrong in an archive.
 *
 * @param file the file's name, without its folder
 * @param record the record's place in its file, counted from 1; a damaged stretch counts as one,
 *     and 0 stands for the file as a whole
 * @param offset the record's first byte in the file
 * @param kind how bad it is
 * @param what what is wrong, in words
 */
public record Finding(String file, int record, long offset, Kind kind, String what) {
  /** How bad a finding is. */
  public enum Kind {
    /** Something that was archived can no longer be vouched for. */
    DAMAGE,
    /**
     * A record at a file's end was never finished and never acknowledged: a crash or a full disk
     * leaves this, the next import takes it away.
     */
    UNFINISHED
  }

  /** One line for people: {@code 'x.warc.gz': record 41 at byte 1,203,554: ...}. */
  public String line() {
    return String.format(
        Locale.ROOT, "'%s': record %,d at byte %,d: %s", file, record, offset, what);
  }
}
