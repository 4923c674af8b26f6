package stet.text;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  static @Nullable ZoneOffset offset(@Nullable String zone) {
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
  static int nanos(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
  }
}
