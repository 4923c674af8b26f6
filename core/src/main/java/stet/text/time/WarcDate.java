package stet.text.time;

import java.time.Instant;
import java.util.Optional;

/**
 * The time of a record of a web archive: ISO 8601 as WARC has it (ISO 28500 section 5.4), or the
 * digits of ARC. A time that is known only to the day or coarser is none: no window could be told
 * from it.
 */
public final class WarcDate {
  private WarcDate() {}

  /**
   * The instant, white space around it aside; UTC where no zone is written, empty where the text is
   * none.
   */
  public static Optional<Instant> parse(String text) {
    return ArchiveTimestamp.parse(text.strip())
        .or(() -> IsoTime.parse(text).flatMap(WrittenTime::instant));
  }
}
