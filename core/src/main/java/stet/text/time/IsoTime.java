package stet.text.time;

import static stet.text.time.TimeParts.number;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times in ISO 8601 as the web has them: the profile of W3C (<a
 * href="https://www.w3.org/TR/NOTE-datetime">NOTE-datetime</a>), RFC 3339, and what is written for
 * them by mistake, such as a space for the {@code T} or a zone's name. Neither weeks, days of the
 * year, intervals nor years of more than four digits.
 */
public final class IsoTime {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(?:-?(\\d{2})(?:-?(\\d{2})"
              + "(?:[Tt ]\\s{0,3}(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?"
              + "\\s{0,3}([A-Za-z]{1,5}|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?)?)?");

  private IsoTime() {}

  /** The time that the text states, white space around it aside; empty where it is none. */
  public static Optional<WrittenTime> parse(String text) {
    return TimeParts.parse(FORM, text, IsoTime::time);
  }

  private static WrittenTime time(Matcher m) {
    LocalDateTime day =
        LocalDateTime.of(number(m.group(1), 0), number(m.group(2), 1), number(m.group(3), 1), 0, 0);
    ChronoUnit unit =
        m.group(3) != null
            ? ChronoUnit.DAYS
            : m.group(2) != null ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
    return TimeParts.timed(m, day, unit);
  }

  /** To the second, UTC, what is less cut off: {@code 2026-03-14T06:10:19Z}. */
  public static String ofSecond(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
