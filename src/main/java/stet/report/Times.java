package stet.report;

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
import stet.report.page.When;
import stet.report.page.When.Moment;
import stet.timeline.Window;

/** Times in words, in one zone. */
final class Times {
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

  Times(ZoneId zone) {
    this.zone = zone;
  }

  /** The zone's name, as shown. */
  String zoneName() {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  LocalDate date(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** {@code 14 March 2026}. */
  String day(Instant at) {
    return DAY.format(at.atZone(zone));
  }

  /** {@code 14 Mar 2026}. */
  String briefDay(Instant at) {
    return BRIEF.format(at.atZone(zone));
  }

  /** {@code 14 Mar}. */
  String dayMonth(Instant at) {
    return DAY_MONTH.format(at.atZone(zone));
  }

  /** {@code 14:02}. */
  String time(Instant at) {
    return MINUTE.format(at.atZone(zone));
  }

  /** {@code 14 Mar 2026, 14:02}. */
  String stamp(Instant at) {
    return briefDay(at) + ", " + time(at);
  }

  /** The window as a sentence's beginning, with a note on its width and the zone. */
  When window(Window window) {
    Instant from = window.notBefore();
    Instant to = window.notAfter();
    DateTimeFormatter clock = window.width().compareTo(FINE) < 0 ? SECOND : MINUTE;
    ZonedDateTime a = from.atZone(zone);
    ZonedDateTime b = to.atZone(zone);
    if (from.equals(to)) {
      String note = zoneName() + "; two captures within the same second";
      return new When(
          "At ", Moment.NONE, "", moment(clock.format(b), to), " on " + DAY.format(b), note);
    }
    String note = zoneName() + "; seen " + lasting(window.width()) + " apart";
    if (a.toLocalDate().equals(b.toLocalDate())) {
      return new When(
          "Between ",
          moment(clock.format(a), from),
          " and ",
          moment(clock.format(b), to),
          " on " + DAY.format(b),
          note);
    }
    String early = a.getYear() == b.getYear() ? DAY_MONTH.format(a) : BRIEF.format(a);
    return new When(
        "Between ",
        moment(clock.format(a) + " on " + early, from),
        " and ",
        moment(clock.format(b) + " on " + BRIEF.format(b), to),
        "",
        note);
  }

  /** The window for a table: {@code 14:02 – 14:32}, with days where they differ. */
  String span(Instant from, Instant to) {
    if (from.equals(to)) {
      return stamp(to);
    }
    if (date(from).equals(date(to))) {
      return briefDay(from) + ", " + time(from) + " – " + time(to);
    }
    return stamp(from) + " – " + stamp(to);
  }

  /** A range of days: {@code 14 March – 2 April 2026}. */
  String days(Instant from, Instant to) {
    if (date(from).equals(date(to))) {
      return day(to);
    }
    return day(from) + " – " + day(to);
  }

  private static Moment moment(String text, Instant at) {
    return new Moment(text, at.toString());
  }

  /** How long, in its largest whole unit: {@code 29 minutes}, {@code three years}. */
  static String lasting(Duration duration) {
    LocalDateTime start = LocalDateTime.of(2001, 1, 1, 0, 0);
    return lasting(start, start.plus(duration));
  }

  /** How long from one local time to a later one, in the largest whole unit. */
  static String lasting(Temporal from, Temporal to) {
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
