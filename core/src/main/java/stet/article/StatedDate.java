package stet.article;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
 * @param form what the words tell the moment from; {@code local} holds the reading of any form
 * @param width how long the stretch of time is that the words allow where the form is {@link
 *     Form#AGO}; it begins at {@code local}. Zero for the other forms, whose precision says it
 */
public record StatedDate(
    Role role,
    String printed,
    LocalDateTime local,
    @Nullable ZoneOffset offset,
    Precision precision,
    String evidence,
    String zoneReason,
    Form form,
    Duration width) {

  /** A date that names its own day. */
  public StatedDate(
      Role role,
      String printed,
      LocalDateTime local,
      @Nullable ZoneOffset offset,
      Precision precision,
      String evidence,
      String zoneReason) {
    this(role, printed, local, offset, precision, evidence, zoneReason, Form.DATED, Duration.ZERO);
  }

  /** What the words tell the moment from. */
  public enum Form {
    /** The day is written: {@code 5 March 2024, 12:02}. */
    DATED,
    /** A time of day alone, or with "today": the day is told from the capture. */
    CLOCK,
    /** Told from the moment of the visit: {@code 2 hours ago}, {@code yesterday}. */
    AGO
  }

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
  private static final Duration DAY = Duration.ofDays(1);

  /**
   * ISO 8601 to the stated precision: {@code 2015-11-19T22:51+05:30}, {@code 2015-11-19}. The
   * offset is left out where none is known and where no time of day was stated. A time told from
   * the visit is an interval: {@code 2024-03-05T07:10Z/2024-03-05T08:40Z}.
   */
  public String iso() {
    return form == Form.AGO ? point(local) + '/' + point(local.plus(width)) : point(local);
  }

  private String point(LocalDateTime local) {
    String text = precision.format.format(local);
    return offset != null && precision.hasTime() ? text + offset : text;
  }

  /** The earliest instant that the statement allows. */
  public Instant earliest() {
    return local.toInstant(offset == null ? EASTERNMOST : offset);
  }

  /** The first instant that the statement no longer allows. */
  public Instant end() {
    if (form == Form.AGO) {
      return earliest().plus(width);
    }
    return local.plus(1, precision.unit).toInstant(offset == null ? WESTERNMOST : offset);
  }

  /**
   * Whether the offset is that of a newsroom's clock. A {@code Z} is how machines write UTC, and
   * tells nothing of it.
   */
  public boolean tellsOffset() {
    return offset != null && precision.hasTime() && !printed.endsWith("Z");
  }

  /** The stated time with its offset, null where no offset is known. */
  public @Nullable OffsetDateTime time() {
    return offset == null ? null : local.atOffset(offset);
  }

  /**
   * What two captures that state the same have in common: the moment, on the clock of UTC where it
   * is known; of a time of day alone the time of day, since its day is told from the capture;
   * nothing of a time told from the visit, which runs on with the clock.
   */
  public String compared() {
    return switch (form) {
      case DATED -> offset != null && precision.hasTime() ? earliest().toString() : iso();
      case CLOCK -> 'T' + clock().toString() + (offset == null ? "" : offset);
      case AGO -> "";
    };
  }

  private LocalTime clock() {
    return local.toLocalTime();
  }

  /** Whether both state the same moment to the same precision, however it is printed. */
  public boolean sameMoment(StatedDate other) {
    if (form != Form.DATED || other.form != Form.DATED) {
      return !moved(this, other);
    }
    return iso().equals(other.iso())
        || (precision == other.precision
            && precision.hasTime()
            && offset != null
            && other.offset != null
            && earliest().equals(other.earliest()));
  }

  /**
   * Whether the two cannot be one statement seen twice. One may be more exact than the other, a day
   * that was told from the capture counts for nothing, and stretches of time that overlap may hold
   * one moment.
   */
  public static boolean moved(StatedDate was, StatedDate is) {
    if (was.form == Form.CLOCK || is.form == Form.CLOCK) {
      return clockMoved(was, is);
    }
    boolean alike =
        was.form == Form.DATED && is.form == Form.DATED && was.precision == is.precision;
    if (alike) {
      return !was.sameMoment(is);
    }
    return !was.earliest().isBefore(is.end()) || !is.earliest().isBefore(was.end());
  }

  private static boolean clockMoved(StatedDate was, StatedDate is) {
    StatedDate clock = was.form == Form.CLOCK ? was : is;
    StatedDate other = clock == was ? is : was;
    if (!other.precision.hasTime() || other.width.compareTo(DAY) >= 0) {
      return false; // any time of day lies within
    }
    LocalTime of = clock.clock().truncatedTo(ChronoUnit.MINUTES);
    LocalTime from = other.onClockOf(clock).truncatedTo(ChronoUnit.MINUTES);
    long past = Math.floorMod(ChronoUnit.MINUTES.between(from, of), DAY.toMinutes());
    return past > other.width.toMinutes();
  }

  /** The time of day, on the other's clock where both are known. */
  private LocalTime onClockOf(StatedDate other) {
    boolean known = offset != null && other.offset != null;
    return known
        ? local.atOffset(offset).withOffsetSameInstant(other.offset).toLocalTime()
        : clock();
  }
}
