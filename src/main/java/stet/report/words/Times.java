package stet.report.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import stet.report.page.When;
import stet.report.page.When.Moment;
import stet.timeline.Window;

/** Times in words, in one zone. */
public final class Times {
  // Root month names are numbers in CLDR, and the British ones abbreviate September to four
  // letters.
  private static final Locale WORDS = Locale.US;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", WORDS);
  private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("d MMM uuuu", WORDS);
  private static final DateTimeFormatter DAY_MONTH = DateTimeFormatter.ofPattern("d MMM", WORDS);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", WORDS);
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", WORDS);
  private static final Duration FINE = Duration.ofMinutes(2);

  private final ZoneId zone;

  public Times(ZoneId zone) {
    this.zone = zone;
  }

  /** The zone's name, as shown. */
  public String zoneName() {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  /** The day in which a moment lies. */
  public LocalDate date(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** {@code 14 March 2026}. */
  public String day(Instant at) {
    return DAY.format(at.atZone(zone));
  }

  /** {@code 14 Mar 2026}. */
  public String briefDay(Instant at) {
    return BRIEF.format(at.atZone(zone));
  }

  /** {@code 14 Mar}. */
  public String dayMonth(Instant at) {
    return DAY_MONTH.format(at.atZone(zone));
  }

  /** {@code 14:02}. */
  public String time(Instant at) {
    return MINUTE.format(at.atZone(zone));
  }

  /** {@code 14 Mar 2026, 14:02}. */
  public String stamp(Instant at) {
    return briefDay(at) + ", " + time(at);
  }

  /** The window as a sentence's beginning with its zone, and a note on its width. */
  public When window(Window window) {
    return window(window, null);
  }

  /**
   * The same by the publisher's clock, with the report's beside it.
   *
   * @param publisher its offset from UTC then; null where it is not known
   */
  public When window(Window window, @Nullable ZoneOffset publisher) {
    boolean same = window.notBefore().equals(window.notAfter());
    String width =
        same ? "two captures within the same second" : "seen " + lasting(window.width()) + " apart";
    if (publisher == null || isShownBy(window, publisher)) {
      return window(window, zone, ", " + zoneName(), width);
    }
    return window(
        window,
        publisher,
        ", " + offset(publisher) + ", the publisher’s time",
        ours(window, publisher) + "; " + width);
  }

  /** Whether the report's own clock shows the same. */
  private boolean isShownBy(Window window, ZoneOffset offset) {
    return zone.getRules().getOffset(window.notBefore()).equals(offset)
        && zone.getRules().getOffset(window.notAfter()).equals(offset);
  }

  /** The window by the report's clock, with its days where they are others than the publisher's. */
  private String ours(Window window, ZoneOffset publisher) {
    DateTimeFormatter clock = clock(window);
    ZonedDateTime a = window.notBefore().atZone(zone);
    ZonedDateTime b = window.notAfter().atZone(zone);
    boolean sameDays =
        a.toLocalDate().equals(window.notBefore().atZone(publisher).toLocalDate())
            && b.toLocalDate().equals(window.notAfter().atZone(publisher).toLocalDate());
    String to = clock.format(b) + (sameDays ? "" : " on " + DAY_MONTH.format(b));
    if (a.equals(b)) {
      return to + " " + zoneName();
    }
    boolean oneDay = sameDays || a.toLocalDate().equals(b.toLocalDate());
    String from = clock.format(a) + (oneDay ? "" : " on " + DAY_MONTH.format(a));
    return from + " and " + to + " " + zoneName();
  }

  private static DateTimeFormatter clock(Window window) {
    return window.width().compareTo(FINE) < 0 ? SECOND : MINUTE;
  }

  /** {@code UTC+05:30}. */
  public static String offset(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
  }

  private static When window(Window window, ZoneId zone, String zoneTail, String note) {
    Instant from = window.notBefore();
    Instant to = window.notAfter();
    DateTimeFormatter clock = clock(window);
    ZonedDateTime a = from.atZone(zone);
    ZonedDateTime b = to.atZone(zone);
    String day = " on " + DAY.format(b) + zoneTail;
    if (from.equals(to)) {
      return new When("At ", Moment.NONE, "", moment(clock.format(b), to), day, note);
    }
    if (a.toLocalDate().equals(b.toLocalDate())) {
      Moment start = moment(clock.format(a), from);
      return new When("Between ", start, " and ", moment(clock.format(b), to), day, note);
    }
    String early = a.getYear() == b.getYear() ? DAY_MONTH.format(a) : BRIEF.format(a);
    return new When(
        "Between ",
        moment(clock.format(a) + " on " + early, from),
        " and ",
        moment(clock.format(b) + " on " + BRIEF.format(b), to),
        zoneTail,
        note);
  }

  /** The window for a table: {@code 14:02 – 14:32}, with days where they differ. */
  public String span(Instant from, Instant to) {
    if (from.equals(to)) {
      return stamp(to);
    }
    if (date(from).equals(date(to))) {
      return briefDay(from) + ", " + time(from) + " – " + time(to);
    }
    return stamp(from) + " – " + stamp(to);
  }

  /** A range of days: {@code 14 March – 2 April 2026}. */
  public String days(Instant from, Instant to) {
    if (date(from).equals(date(to))) {
      return day(to);
    }
    return day(from) + " – " + day(to);
  }

  private static Moment moment(String text, Instant at) {
    return new Moment(text, at.toString());
  }

  /** How long, in its largest whole unit: {@code 29 minutes}, {@code three years}. */
  public static String lasting(Duration duration) {
    LocalDateTime start = LocalDateTime.of(2001, 1, 1, 0, 0);
    return lasting(start, start.plus(duration));
  }

  /** How long from one local time to a later one, in the largest whole unit. */
  public static String lasting(Temporal from, Temporal to) {
    long seconds = ChronoUnit.SECONDS.between(from, to);
    if (seconds < 100) {
      return Numbers.wordsOf(seconds, "second", "seconds");
    }
    long minutes = seconds / 60;
    if (minutes < 100) {
      return Numbers.wordsOf(minutes, "minute", "minutes");
    }
    long hours = minutes / 60;
    if (hours < 48) {
      return Numbers.wordsOf(hours, "hour", "hours");
    }
    long days = hours / 24;
    if (days < 60) {
      return Numbers.wordsOf(days, "day", "days");
    }
    long months = ChronoUnit.MONTHS.between(from, to);
    if (months < 24) {
      return Numbers.wordsOf(months, "month", "months");
    }
    return Numbers.wordsOf(ChronoUnit.YEARS.between(from, to), "year", "years");
  }
}
