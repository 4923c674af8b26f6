package stet.archive;

import java.util.List;
import java.util.Locale;

/**
 * What a check of an archive looked at and found.
 *
 * @param files how many files were read
 * @param records how many records, the damaged ones included
 * @param captures how many of the records are sound captures
 * @param bytes how many stored bytes
 * @param findings what is wrong, by file and offset
 * @param unresolved how many sound revisit records refer to a payload in a damaged record: they are
 *     the damage's consequence and no findings of their own
 */
public record Verification(
    int files, long records, long captures, long bytes, List<Finding> findings, long unresolved) {
  public Verification {
    findings = List.copyOf(findings);
  }

  /** Whether nothing that was archived is damaged; an unfinished end is no damage. */
  public boolean sound() {
    return findings.stream().noneMatch(f -> f.kind() == Finding.Kind.DAMAGE);
  }

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
}
