package stet.notify.channel.web;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.fetch.RetryAfter;
import tools.jackson.databind.JsonNode;

/** When a server wants to be asked again. However late it says, it is asked after a day. */
final class RetryTime {
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryTime() {}

  /**
   * The time named; null for none, or where it has passed.
   *
   * @param now what seconds count from
   */
  static @Nullable Instant of(HttpHeaders headers, JsonNode body, Instant now) {
    Instant at = field(headers, now);
    Instant later = body(body, now);
    Instant latest = at == null || later != null && later.isAfter(at) ? later : at;
    if (latest == null || !latest.isAfter(now)) {
      return null;
    }
    Instant bound = now.plus(LONGEST);
    return latest.isAfter(bound) ? bound : latest;
  }

  /**
   * {@code Retry-After} (RFC 9110 section 10.2.3); Mastodon says {@code X-RateLimit-Reset} with a
   * date of ISO 8601 instead, Bluesky {@code RateLimit-Reset} with seconds since 1970.
   */
  private static @Nullable Instant field(HttpHeaders headers, Instant now) {
    Optional<String> after = headers.firstValue("Retry-After").map(String::strip);
    if (after.isPresent()) {
      return RetryAfter.time(after.get(), now).orElse(null);
    }
    Optional<String> reset =
        headers
            .firstValue("X-RateLimit-Reset")
            .or(() -> headers.firstValue("RateLimit-Reset"))
            .map(String::strip);
    if (reset.isEmpty()) {
      return null;
    }
    if (reset.get().matches("[0-9]{10}")) {
      return Instant.ofEpochSecond(Long.parseLong(reset.get()));
    }
    try {
      return Instant.parse(reset.get());
    } catch (DateTimeException e) {
      return null;
    }
  }

  /**
   * Discord names seconds with a fraction in {@code retry_after}, Matrix {@code retry_after_ms}.
   */
  private static @Nullable Instant body(JsonNode body, Instant now) {
    if (body.path("retry_after").isNumber()) {
      return now.plusMillis(millis(body.path("retry_after").asDouble()));
    }
    if (body.path("retry_after_ms").isNumber()) {
      return now.plusMillis(millis(body.path("retry_after_ms").asDouble() / 1_000));
    }
    return null;
  }

  private static long millis(double seconds) {
    return (long) Math.ceil(Math.max(0, Math.min(seconds, LONGEST.toSeconds() + 1.0)) * 1_000);
  }
}
