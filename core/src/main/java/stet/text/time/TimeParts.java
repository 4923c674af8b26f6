package stet.text.time;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pieces that written times have in common. */
final class TimeParts {
  static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /** RFC 5322 section 4.3; other abbreviations are ambiguous and give no offset. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("Z", 0),
          Map.entry("UT", 0),
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7));

  private TimeParts() {}

  /**
   * What a form reads in a text, white space around it aside; empty where the text has another
   * form, or a part is out of range: 31 February, hour 25.
   */
  static Optional<WrittenTime> parse(
      Pattern form, String text, Function<Matcher, WrittenTime> reader) {
    Matcher m = form.matcher(text.strip());
    try {
      return m.matches() ? Optional.of(reader.apply(m)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The time of day and its zone, which both forms have in the groups from 4 on: hour, minute,
   * second, digits of a fraction, zone; null where one is not written.
   *
   * @param day the day at midnight
   * @param dayUnit what is stated where no time of day is
   * @throws DateTimeException where a part is out of range
   */
  static WrittenTime timed(Matcher m, LocalDateTime day, ChronoUnit dayUnit) {
    LocalDateTime local =
        at(
            day,
            number(m.group(4), 0),
            number(m.group(5), 0),
            number(m.group(6), 0),
            nanos(m.group(7)));
    ChronoUnit unit =
        m.group(6) != null ? ChronoUnit.SECONDS : m.group(4) != null ? ChronoUnit.MINUTES : dayUnit;
    String zone = m.group(8);
    return new WrittenTime(local, unit, zone == null ? "" : zone, offset(zone));
  }

  /**
   * The month that an English name begins like, from 1.
   *
   * @throws DateTimeException where none does
   */
  static int month(String name) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (name.regionMatches(true, 0, MONTHS.get(i), 0, 3)) {
        return i + 1;
      }
    }
    throw new DateTimeException("no month: '" + name + "'");
  }

  /**
   * A day's time of day. 24:00:00 is the end of the day (ISO 8601), and a leap second counts as the
   * one before it.
   *
   * @param day the day at midnight
   * @throws DateTimeException where a part is out of range
   */
  static LocalDateTime at(LocalDateTime day, int hour, int minute, int second, int nano) {
    if (hour == 24 && minute == 0 && second == 0) {
      return day.plusDays(1);
    }
    return day.withHour(hour)
        .withMinute(minute)
        .withSecond(second == 60 ? 59 : second)
        .withNano(nano);
  }

  /**
   * The offset of a zone: {@code +01:00}, {@code -0500}, {@code +05}, or a name; null for none and
   * for a name that is not known to have one offset.
   *
   * @throws DateTimeException where no zone has such an offset
   */
  private static @Nullable ZoneOffset offset(@Nullable String zone) {
    if (zone == null) {
      return null;
    }
    if (zone.charAt(0) != '+' && zone.charAt(0) != '-') {
      Integer hours = ZONES.get(zone.toUpperCase(Locale.ROOT));
      return hours == null ? null : ZoneOffset.ofHours(hours);
    }
    String digits = zone.substring(1).replace(":", "");
    int hours = number(digits.substring(0, 2), 0);
    int minutes = digits.length() == 4 ? number(digits.substring(2), 0) : 0;
    int sign = zone.charAt(0) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  /** Nanoseconds of the digits behind a decimal sign, 1 to 9 of them; 0 for null. */
  private static int nanos(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
  }
}
