package stet.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells a host that is away from a network that is away. Failures to connect are held back until
 * either another host answers, and they are what they seem; or several hosts have failed with no
 * answer in between, and nothing is known about any of them.
 */
final class Outage {
  private static final int HOSTS = 3;
  private static final Duration PROBE = Duration.ofSeconds(30);

  private final List<Job.Done> suspects = new ArrayList<>();
  private final Set<String> hosts = new HashSet<>();
  private boolean away;
  private Instant probeAt = Instant.MIN;

  /** Whether the network is away, so that one host at a time is tried, now and then. */
  boolean isAway() {
    return away;
  }

  /** When the next host may be tried. */
  Instant probeAt() {
    return probeAt;
  }

  boolean hasSuspects() {
    return !suspects.isEmpty();
  }

  /**
   * Notes a failure to connect.
   *
   * @return whether this one tells that the network is away
   */
  boolean suspect(Job.Done done, Instant now) {
    suspects.add(done);
    hosts.add(done.job().host());
    boolean news = !away && hosts.size() >= HOSTS;
    if (away || news) {
      away = true;
      probeAt = now.plus(PROBE);
    }
    return news;
  }

  /**
   * The failures that were held back, which are now known to be what they seem, or to be nothing.
   */
  List<Job.Done> release() {
    List<Job.Done> released = List.copyOf(suspects);
    suspects.clear();
    hosts.clear();
    return released;
  }

  /**
   * A server was there, and answered or not.
   *
   * @return whether the network was away until now
   */
  boolean answered() {
    boolean back = away;
    away = false;
    return back;
  }
}
