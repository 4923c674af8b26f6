package stet.article;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time that the publisher states, kept as printed with the reading beside it.
 *
 * @param role what the page says happened then
 * @param printed the characters as the page or its metadata has them
 * @param local the wall-clock time read from them; fields below {@code precision} are zero
 * @param offset the offset from UTC, written or resolved; null where nothing tells it
 * @param precision the smallest unit that was stated
 * @param evidence which rule found it, such as {@code json-ld datePublished}
 * @param zoneReason why this offset: "written", or the abbreviation and what resolved it; empty
 *     where {@code offset} is null
 */
public record StatedDate(
    Role role,
    String printed,
    LocalDateTime local,
    @Nullable ZoneOffset offset,
    Precision precision,
    String evidence,
    String zoneReason) {

  /** What is said to have happened. */
  public enum Role {
    PUBLISHED,
    UPDATED,
    /** The page says that somebody looked at it, which is no claim of a change. */
    REVIEWED,
    /** The date that a notice carries. */
    NOTICED
  }

  /** The smallest unit stated. */
  public enum Precision {
    YEAR(ChronoUnit.YEARS, "uuuu"),
    MONTH(ChronoUnit.MONTHS, "uuuu-MM"),
    DAY(ChronoUnit.DAYS, "uuuu-MM-dd"),
    MINUTE(ChronoUnit.MINUTES, "uuuu-MM-dd'T'HH:mm"),
    SECOND(ChronoUnit.SECONDS, "uuuu-MM-dd'T'HH:mm:ss");

    private final ChronoUnit unit;
    private final DateTimeFormatter format;

    Precision(ChronoUnit unit, String pattern) {
      this.unit = unit;
      this.format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /** Whether a time of day was stated. */
    public boolean hasTime() {
      return compareTo(MINUTE) >= 0;
    }
  }

  // The widest offsets in use: +14:00 (Kiritimati) and -12:00 (Baker Island).
  private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);
  private static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);

  /**
   * ISO 8601 to the stated precision: {@code 2015-11-19T22:51+05:30}, {@code 2015-11-19}. The
   * offset is left out where none is known and where no time of day was stated.
   */
  public String iso() {
    String text = precision.format.format(local);
    return offset != null && precision.hasTime() ? text + offset : text;
  }

  /** The earliest instant that the statement allows. */
  public Instant earliest() {
    return local.toInstant(offset == null ? EASTERNMOST : offset);
  }

  /** The first instant that the statement no longer allows. */
  public Instant end() {
    return local.plus(1, precision.unit).toInstant(offset == null ? WESTERNMOST : offset);
  }

  /** The stated time with its offset, null where no offset is known. */
  public @Nullable OffsetDateTime time() {
    return offset == null ? null : local.atOffset(offset);
  }

  /** Whether both state the same moment to the same precision, however it is printed. */
  public boolean sameMoment(StatedDate other) {
    return iso().equals(other.iso())
        || (precision == other.precision
            && precision.hasTime()
            && offset != null
            && other.offset != null
            && earliest().equals(other.earliest()));
  }
}
