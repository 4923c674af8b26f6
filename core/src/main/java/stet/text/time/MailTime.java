package stet.text.time;

import static stet.text.time.TimeParts.number;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as mail has them (RFC 5322 section 3.3, with the obsolete forms of section 4.3), which RSS
 * and HTTP took over: {@code Tue, 03 Mar 2026 07:05:00 EST}. The day of the week is not looked at:
 * where it is wrong, it is what nobody meant.
 */
public final class MailTime {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:[A-Za-z]{3,9}\\s{0,3}[,.]?\\s{0,3})?(\\d{1,2})[\\s-]{1,3}([A-Za-z]{3,9})[\\s.,-]{1,3}"
              + "(\\d{4}|\\d{2})"
              + "(?:[\\s,]{1,3}(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?"
              + "\\s{0,3}(?:(?:GMT|UTC)(?=[+-]))?([A-Za-z]{1,5}|[+-]\\d{2}:?\\d{2})?)?"
              + "(?:\\s{0,3}\\([^)]{0,40}\\))?");

  private MailTime() {}

  /** The time that the text states, white space around it aside; empty where it is none. */
  public static Optional<WrittenTime> parse(String text) {
    return TimeParts.parse(FORM, text, MailTime::time);
  }

  private static WrittenTime time(Matcher m) {
    int month = TimeParts.month(m.group(2));
    LocalDateTime day = LocalDateTime.of(year(m.group(3)), month, number(m.group(1), 1), 0, 0);
    return TimeParts.timed(m, day, ChronoUnit.DAYS);
  }

  /** Two digits are a year from 1950 to 2049 (RFC 5322 section 4.3). */
  private static int year(String digits) {
    int value = number(digits, 0);
    return digits.length() == 4 ? value : value < 50 ? 2000 + value : 1900 + value;
  }
}
