package stet.fetch.discovery;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate;
import stet.article.StatedDate.Precision;
import stet.article.StatedDate.Role;

/**
 * The two forms in which lists state dates: W3CDTF, the profile of ISO 8601 that Atom, sitemaps and
 * JSON Feed use, and RFC 5322 section 3.3 with its obsolete forms, which RSS uses. Anything else is
 * left unread rather than guessed.
 */
final class DiscoveryDates {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2})"
              + "(?:[Tt ]\\s{0,3}(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?"
              + "\\s{0,3}([A-Za-z]{1,5}|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?)?)?");
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:[A-Za-z]{3,9}\\s{0,3}[,.]?\\s{0,3})?(\\d{1,2})[\\s-]{1,3}([A-Za-z]{3,9})[\\s.,-]{1,3}"
              + "(\\d{4}|\\d{2})"
              + "(?:[\\s,]{1,3}(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?"
              + "\\s{0,3}(?:(?:GMT|UTC)(?=[+-]))?([A-Za-z]{1,5}|[+-]\\d{2}:?\\d{2})?)?(?:\\s{0,3}\\([^)]{0,40}\\))?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

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

  private static final int LONGEST = 80;

  private DiscoveryDates() {}

  /**
   * Reads a stated date.
   *
   * @param evidence where it was found
   */
  static Optional<StatedDate> read(Role role, String printed, String evidence) {
    String text = printed.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher iso = ISO.matcher(text);
    Matcher mail = MAIL.matcher(text);
    try {
      if (iso.matches()) {
        int month = number(iso.group(2), 1);
        return Optional.of(
            date(
                role,
                text,
                evidence,
                iso,
                number(iso.group(1), 0),
                month,
                number(iso.group(3), 1)));
      } else if (mail.matches()) {
        int month = 1 + MONTHS.indexOf(mail.group(2).substring(0, 3).toLowerCase(Locale.ROOT));
        int year = fullYear(mail.group(3));
        return Optional.of(date(role, text, evidence, mail, year, month, number(mail.group(1), 1)));
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      // 31 February, hour 25, month "Foo": stated, but no date.
      return Optional.empty();
    }
  }

  private static StatedDate date(
      Role role, String printed, String evidence, Matcher m, int year, int month, int day) {
    int hour = number(m.group(4), 0);
    // ISO 8601 allows 24:00 for the end of a day, and a leap second is real.
    LocalDateTime local =
        LocalDateTime.of(year, month, day, hour == 24 ? 0 : hour, number(m.group(5), 0))
            .plusDays(hour == 24 ? 1 : 0)
            .plusSeconds(Math.min(number(m.group(6), 0), 59));
    ZoneOffset offset = offset(m.group(7));
    String why = offset == null ? "" : "written";
    return new StatedDate(role, printed, local, offset, precision(m), evidence, why);
  }

  private static Precision precision(Matcher m) {
    if (m.group(6) != null) {
      return Precision.SECOND;
    } else if (m.group(4) != null) {
      return Precision.MINUTE;
    } else if (m.group(3) != null) {
      return Precision.DAY;
    }
    return m.group(2) != null ? Precision.MONTH : Precision.YEAR;
  }

  private static int fullYear(String year) {
    int value = number(year, 0);
    if (year.length() == 4) {
      return value;
    }
    // RFC 5322 section 4.3.
    return value < 50 ? 2000 + value : 1900 + value;
  }

  private static @Nullable ZoneOffset offset(@Nullable String zone) {
    if (zone == null) {
      return null;
    }
    if (Character.isLetter(zone.charAt(0))) {
      Integer hours = ZONES.get(zone.toUpperCase(Locale.ROOT));
      return hours == null ? null : ZoneOffset.ofHours(hours);
    }
    String digits = zone.substring(1).replace(":", "");
    int hours = number(digits.substring(0, 2), 0);
    int minutes = digits.length() == 4 ? number(digits.substring(2), 0) : 0;
    int sign = zone.charAt(0) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }
}
