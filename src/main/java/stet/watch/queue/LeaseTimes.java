package stet.watch.queue;

import java.time.Duration;

/**
 * How long a worker has a host without saying that it lives.
 *
 * @param length a lease that was not renewed for so long is another's to take
 * @param request the longest that one request may take; none begins with less of the lease left
 * @param renewal how often leases are renewed
 */
public record LeaseTimes(Duration length, Duration request, Duration renewal) {
  /** A request takes a minute at the most ({@code FetchOptions.Limits}). */
  public static final LeaseTimes STANDARD =
      new LeaseTimes(Duration.ofSeconds(90), Duration.ofSeconds(62), Duration.ofSeconds(8));

  /** Refuses what would let a lease run out under way. */
  public LeaseTimes {
    if (request.plus(renewal.multipliedBy(2)).compareTo(length) > 0) {
      throw new IllegalArgumentException("a lease is longer than a request and two renewals");
    }
  }
}
