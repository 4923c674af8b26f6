package stet.ingest.warc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of a record: ISO 8601 as WARC has it, or the fourteen digits of ARC and of web archives.
 * A time that is known only to the day or coarser is none: no window could be told from it.
 */
public final class RecordDate {
  private static final Pattern DIGITS =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})?\\d{0,3}");

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d{1,9})?)?(Z|[+-]\\d{2}:?\\d{2})?");

  private RecordDate() {}

  /** The instant, UTC where no offset is written; empty where the text is none. */
  public static Optional<Instant> parse(String text) {
    try {
      Matcher digits = DIGITS.matcher(text);
      if (digits.matches()) {
        return Optional.of(ofDigits(digits));
      }
      Matcher iso = ISO.matcher(text.strip());
      return iso.matches() ? Optional.of(ofIso(iso)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant ofDigits(Matcher m) {
    int second = m.group(6) == null ? 0 : Integer.parseInt(m.group(6));
    return LocalDateTime.of(
            Integer.parseInt(m.group(1)),
            Integer.parseInt(m.group(2)),
            Integer.parseInt(m.group(3)),
            Integer.parseInt(m.group(4)),
            Integer.parseInt(m.group(5)),
            second)
        .toInstant(ZoneOffset.UTC);
  }

  private static Instant ofIso(Matcher m) {
    String seconds = m.group(3) == null ? ":00" : m.group(3);
    String offset = m.group(4) == null ? "Z" : m.group(4);
    if (offset.matches("[+-]\\d{4}")) {
      offset = offset.substring(0, 3) + ':' + offset.substring(3);
    }
    return OffsetDateTime.parse(m.group(1) + 'T' + m.group(2) + seconds + offset).toInstant();
  }
}
