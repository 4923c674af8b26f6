package stet.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of how a host was asked, small enough to be stored after each fetch.
 *
 * @param authority the host, with its port where that is not the usual one
 * @param notBefore when it may be asked again, UTC
 * @param failures in a row, 0 when it answers
 * @param crawlDelay as its robots.txt asks for, uncapped; zero when it does not
 * @param day the UTC day that {@code asked} counts
 * @param asked requests made on that day
 * @param wished until when the host itself wished to be left alone, by a Retry-After field, UTC;
 *     null where it did not
 */
public record HostState(
    String authority,
    Instant notBefore,
    int failures,
    Duration crawlDelay,
    LocalDate day,
    int asked,
    @Nullable Instant wished) {
  /** One that wished for nothing. */
  public HostState(
      String authority,
      Instant notBefore,
      int failures,
      Duration crawlDelay,
      LocalDate day,
      int asked) {
    this(authority, notBefore, failures, crawlDelay, day, asked, null);
  }
}
