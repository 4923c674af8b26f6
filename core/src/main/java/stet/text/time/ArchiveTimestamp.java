package stet.text.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digits by which ARC files, CDX indexes and addresses of web archives name a time, always in
 * UTC: {@code 20140210000001} for 2014-02-10T00:00:01Z.
 */
public final class ArchiveTimestamp {
  /** Without seconds, as early ARC files have it, or with a fraction of a second, as some have. */
  private static final Pattern DIGITS =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})?\\d{0,3}");

  private static final DateTimeFormatter FOURTEEN =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ArchiveTimestamp() {}

  /**
   * The time to the second, of 12 digits or 14 to 17; empty for fewer, since no window could be
   * told from a day, and for any other text.
   */
  public static Optional<Instant> parse(String digits) {
    Matcher m = DIGITS.matcher(digits);
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              Integer.parseInt(m.group(1)),
              Integer.parseInt(m.group(2)),
              Integer.parseInt(m.group(3)),
              Integer.parseInt(m.group(4)),
              Integer.parseInt(m.group(5)),
              m.group(6) == null ? 0 : Integer.parseInt(m.group(6)));
      return Optional.of(local.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Fourteen digits; what is less than a second is cut off. */
  public static String format(Instant at) {
    return FOURTEEN.format(at);
  }
}
