package stet.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import stet.watch.plan.Simulation.Schedule;
import stet.watch.plan.Simulation.Schedules;

/** The schedules of other trackers, as their sources have them. */
final class Peers {
  private Peers() {}

  static Map<String, Schedules> all() {
    Map<String, Schedules> peers = new LinkedHashMap<>();
    peers.put("newsdiffs, by time since the last change", past -> new ByAge(null));
    peers.put("newsdiffs' steps, by age", past -> new ByAge(past.times().get(0)));
    peers.put("News Sniffer, 30 min x 1.2", past -> new BackOff());
    for (int hours : new int[] {1, 3, 6, 12, 24, 72}) {
      Duration step = Duration.ofHours(hours);
      peers.put("every " + hours + " h", past -> (at, changed) -> at.plus(step));
    }
    return peers;
  }

  /** newsdiffs' get_update_delay: minutes by the time since the article's last change. */
  private static final class ByAge implements Schedule {
    private final boolean fixed;
    private Instant since;

    ByAge(Instant born) {
      this.fixed = born != null;
      this.since = born == null ? Instant.EPOCH : born;
    }

    @Override
    public Instant next(Instant at, boolean changed) {
      if (!fixed && (changed || since.equals(Instant.EPOCH))) {
        since = at;
      }
      long minutes = Duration.between(since, at).toMinutes();
      long days = minutes / (24 * 60);
      long delay =
          minutes < 180
              ? 15
              : days < 1
                  ? 60
                  : days < 7 ? 180 : days < 30 ? 60 * 24 * 3 : days < 360 ? 60 * 24 * 30 : -1;
      return delay < 0 ? Instant.MAX : at.plus(Duration.ofMinutes(delay));
    }
  }

  /**
   * News Sniffer's next_check_after: a fifth longer each time, never beyond a period of 40 days.
   */
  private static final class BackOff implements Schedule {
    private double minutes;

    @Override
    public Instant next(Instant at, boolean changed) {
      minutes = changed || minutes == 0 ? 30 : minutes * 1.2;
      return minutes > 40 * 24 * 60 ? Instant.MAX : at.plusSeconds(Math.round(minutes * 60));
    }
  }
}
