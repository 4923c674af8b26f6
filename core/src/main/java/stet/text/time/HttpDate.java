package stet.text.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of HTTP fields (RFC 9110 section 5.6.7): {@code Sun, 06 Nov 1994 08:49:37 GMT}. All three
 * forms are read, since a recipient must, and one is written.
 */
public final class HttpDate {
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  /** {@code Sun Nov 6 08:49:37 1994}, as the asctime function of C has it. */
  private static final Pattern ASCTIME =
      Pattern.compile(
          "[A-Za-z]{3} ([A-Za-z]{3}) {1,2}(\\d{1,2}) (\\d{2}):(\\d{2}):(\\d{2}) (\\d{4})");

  private HttpDate() {}

  /** The instant, white space around it aside; empty where the text is no date with its zone. */
  public static Optional<Instant> parse(String text) {
    Optional<WrittenTime> mail = MailTime.parse(text);
    if (mail.isPresent()) {
      return mail.filter(t -> t.offset() != null).flatMap(WrittenTime::instant);
    }
    Matcher m = ASCTIME.matcher(text.strip());
    try {
      return m.matches() ? Optional.of(asctime(m)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant asctime(Matcher m) {
    int[] n = new int[5];
    for (int i = 0; i < n.length; i++) {
      n[i] = Integer.parseInt(m.group(i + 2));
    }
    LocalDateTime day = LocalDateTime.of(n[4], TimeParts.month(m.group(1)), n[0], 0, 0);
    return TimeParts.at(day, n[1], n[2], n[3], 0).toInstant(ZoneOffset.UTC);
  }

  /** The preferred form, to the second; what is less is cut off. */
  public static String format(Instant at) {
    OffsetDateTime utc = at.atOffset(ZoneOffset.UTC);
    return String.format(
        Locale.ROOT,
        "%s, %02d %s %04d %02d:%02d:%02d GMT",
        DAYS.get(utc.getDayOfWeek().getValue() - 1),
        utc.getDayOfMonth(),
        TimeParts.MONTHS.get(utc.getMonthValue() - 1),
        utc.getYear(),
        utc.getHour(),
        utc.getMinute(),
        utc.getSecond());
  }
}
