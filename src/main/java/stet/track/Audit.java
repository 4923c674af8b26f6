package stet.track;

import java.util.List;

/**
 * What a check of a collection found.
 *
 * @param files WARC files looked at
 * @param records records looked at
 * @param bytes bytes looked at
 * @param findings what is wrong, each one line that names file, record and offset; empty when
 *     nothing is
 * @param remarks what is not wrong but worth knowing, such as an unfinished write
 */
public record Audit(
    int files, long records, long bytes, List<String> findings, List<String> remarks) {
  /** How deep to look; each level includes those before it. */
  public enum Level {
    /** Every record's frame and checksum; the database's own structure. */
    STRUCTURE,
    /** Every SHA-256 digest of block and payload. */
    DIGESTS,
    /** All rows made anew and compared. */
    REBUILD
  }
}
