package stet.report.dossier;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import stet.report.page.dossier.Wording;
import stet.timeline.Window;

/** Times in one zone, in the words of one language. */
final class LocalTimes {
  private static final DateTimeFormatter BRIEF =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Wording words;
  private final ZoneId zone;
  private final DateTimeFormatter day;
  private final DateTimeFormatter time;

  LocalTimes(Wording words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
    // In the order of an American date no other reader of English expects a day.
    this.day =
        words.locale().getLanguage().equals("en")
            ? DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.US)
            : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(words.locale());
    this.time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  }

  String day(Instant at) {
    return day.format(at.atZone(zone));
  }

  private String minute(Instant at) {
    return time.format(at.atZone(zone));
  }

  /** Day and minute with the zone. */
  String stamp(Instant at) {
    return words.of("stamp", day(at), minute(at), zoneName());
  }

  String zoneName() {
    return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  /** Between which two checks something happened. */
  String window(Window window) {
    String from = day(window.notBefore());
    String to = day(window.notAfter());
    return from.equals(to)
        ? words.of(
            "window.day", from, minute(window.notBefore()), minute(window.notAfter()), zoneName())
        : words.of(
            "window.days",
            from,
            minute(window.notBefore()),
            to,
            minute(window.notAfter()),
            zoneName());
  }

  /** The same for a table, whose head names the zone. */
  String brief(Window window) {
    return BRIEF.format(window.notBefore().atZone(zone))
        + " – "
        + BRIEF.format(window.notAfter().atZone(zone));
  }

  /** A length of time in its largest unit. */
  String lasting(Duration time) {
    long minutes = Math.max(1, (time.toSeconds() + 30) / 60);
    if (minutes < 60) {
      return words.of("minutes", minutes);
    }
    long hours = (minutes + 30) / 60;
    return hours < 48 ? words.of("hours", hours) : words.of("days", (hours + 12) / 24);
  }
}
