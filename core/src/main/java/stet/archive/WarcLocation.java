package stet.archive;

/**
 * Where one record lies. A record is one gzip member of its own.
 *
 * @param file name of the file, without its folder
 * @param offset of the member's first byte in the file
 * @param length of the member in bytes, as stored
 */
public record WarcLocation(String file, long offset, long length) {
  /** The first byte after the record. */
  public long end() {
    return offset + length;
  }
}
