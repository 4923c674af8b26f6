package stet.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import stet.fetch.HostState;
import stet.fetch.HostThrottle;
import stet.watch.store.WatchStore;

/** A clock that goes backwards must not stop the watch; one that leaps makes things due once. */
final class ClockJumps {
  private static final Duration BACKWARDS = Duration.ofSeconds(30);

  private final WatchStore store;
  private final HostThrottle throttle;
  private final WatchLog log;
  private Instant seen = Instant.MIN;

  ClockJumps(WatchStore store, HostThrottle throttle, WatchLog log) {
    this.store = store;
    this.throttle = throttle;
    this.log = log;
  }

  /**
   * Notes the time. At the first look hosts become what is known of them.
   *
   * @return whether plans were made anew
   */
  boolean look(Instant now) {
    boolean first = seen.equals(Instant.MIN);
    boolean back = first || now.isBefore(seen.minus(BACKWARDS));
    if (back) {
      int pulled =
          store.writeWatched(() -> store.tracked().pullBack(now) + store.feedTable().pullBack(now));
      if (first) {
        throttle.restore(store.hosts().hosts());
      }
      if (pulled > 0 || !first) {
        forgiveHosts(now);
      }
      if (pulled > 0) {
        log.note("the clock was set back; " + pulled + " checks were planned anew");
      }
    }
    seen = now;
    return back;
  }

  /** What a host was to be left alone for was reckoned on the other clock. */
  private void forgiveHosts(Instant now) {
    for (HostState s : throttle.states()) {
      if (s.notBefore().isAfter(now)) {
        throttle.restore(
            List.of(
                new HostState(
                    s.authority(), now, s.failures(), s.crawlDelay(), s.day(), s.asked())));
      }
    }
  }
}
