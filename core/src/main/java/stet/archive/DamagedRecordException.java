package stet.archive;

import java.io.IOException;
import java.util.Locale;

/** The archive does not hold at this place what it should. */
public final class DamagedRecordException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long offset;
  private final String what;

  DamagedRecordException(String file, long offset, String what) {
    super(
        String.format(
            Locale.ROOT,
            "cannot read '%s': record at byte %,d: %s; 'stet verify' tells what else is damaged",
            file,
            offset,
            what));
    this.file = file;
    this.offset = offset;
    this.what = what;
  }

  /** Name of the file, without its folder. */
  public String file() {
    return file;
  }

  /** Where the record begins in the file. */
  public long offset() {
    return offset;
  }

  /** What is wrong, in words. */
  public String what() {
    return what;
  }
}
