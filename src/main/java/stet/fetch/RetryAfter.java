package stet.fetch;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.HttpHead;
import stet.text.time.HttpDate;

/** Reads the Retry-After field (RFC 9110 section 10.2.3): seconds or a date. */
public final class RetryAfter {
  private static final long FOR_EVER = 3_000_000_000L;

  private RetryAfter() {}

  /**
   * The time named; null when there is none, it cannot be read or has passed.
   *
   * @param now what seconds count from
   */
  static @Nullable Instant read(HttpHead head, Instant now) {
    return head.first("Retry-After")
        .flatMap(value -> time(value, now))
        .filter(at -> at.isAfter(now))
        .orElse(null);
  }

  /**
   * The time that a value of the field names, UTC; empty when it cannot be read.
   *
   * @param now what seconds count from
   */
  public static Optional<Instant> time(String value, Instant now) {
    return value.matches("[0-9]+")
        ? Optional.of(now.plusSeconds(seconds(value)))
        : HttpDate.parse(value);
  }

  /** However many digits: more than a century is as good as never. */
  private static long seconds(String digits) {
    String number = digits.replaceFirst("^0+(?=.)", "");
    return number.length() > 9 ? FOR_EVER : Math.min(FOR_EVER, Long.parseLong(number));
  }
}
