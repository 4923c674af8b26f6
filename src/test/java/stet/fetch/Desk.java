package stet.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import stet.HandClock;
import stet.fetch.FetchOptions.Limits;
import stet.fetch.FetchOptions.Politeness;

/** A fetcher on a clock that tests set, for servers on loopback. */
final class Desk implements AutoCloseable {
  static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  /** No waiting between requests. */
  static final Politeness HASTY =
      new Politeness(
          Duration.ZERO,
          Duration.ofMinutes(2),
          1_000_000,
          Duration.ofMinutes(1),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofSeconds(10));

  /** Moves when told, and when a fetch pauses. */
  final HandClock clock = new HandClock(MORNING);

  final HostThrottle throttle;
  final RobotsCache robots = new RobotsCache();
  final Fetcher fetcher;

  /** Every name is a loopback address, and may be. */
  Desk(FetchOptions options) {
    this(options, host -> List.of(InetAddress.getLoopbackAddress()));
  }

  Desk(FetchOptions options, HostResolver resolver) {
    throttle = new HostThrottle(options.politeness());
    fetcher = new Fetcher(options, clock, throttle, robots, resolver, clock::pass);
  }

  static Desk hasty(Newsroom newsroom) {
    return new Desk(hastyOptions(newsroom));
  }

  static FetchOptions hastyOptions(Newsroom newsroom) {
    return FetchOptions.STANDARD
        .withContact("https://example.org/about")
        .withPoliteness(HASTY)
        .withLimits(limits(Duration.ofSeconds(30)))
        .withAllowedPrivateHosts(Set.of("127.0.0.1:" + newsroom.port()));
  }

  /** Small bounds. */
  static Limits limits(Duration totalTime) {
    return new Limits(
        16 << 10,
        1 << 20,
        4 << 20,
        5,
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        totalTime,
        500,
        Duration.ofSeconds(20),
        16);
  }

  FetchOutcome get(String uri) {
    return fetcher.fetch(FetchRequest.of(uri));
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
