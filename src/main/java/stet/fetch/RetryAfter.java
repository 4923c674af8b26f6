package stet.fetch;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.HttpHead;
import stet.text.time.HttpDate;

/** Reads the Retry-After field (RFC 9110 section 10.2.3): seconds or a date. */
final class RetryAfter {
  private static final long FOR_EVER = 3_000_000_000L;

  private RetryAfter() {}

  /**
   * The time named; null when there is none, it cannot be read or has passed.
   *
   * @param now what seconds count from
   */
  static @Nullable Instant read(HttpHead head, Instant now) {
    Optional<String> value = head.first("Retry-After");
    if (value.isEmpty()) {
      return null;
    }
    String text = value.get();
    Instant at =
        text.matches("[0-9]+") ? now.plusSeconds(seconds(text)) : HttpDate.parse(text).orElse(null);
    return at == null || !at.isAfter(now) ? null : at;
  }

  /** However many digits: more than a century is as good as never. */
  private static long seconds(String digits) {
    String number = digits.replaceFirst("^0+(?=.)", "");
    return number.length() > 9 ? FOR_EVER : Math.min(FOR_EVER, Long.parseLong(number));
  }
}
