package stet.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.watch.store.WatchStore;

/**
 * Says now and then that a watch is alive while no check does: whoever reads its log at night can
 * tell a quiet one from one that hangs.
 */
final class Heartbeat {
  private final WatchStore store;
  private final WatchLog log;
  private final Duration every;
  private @Nullable Instant spoken;
  private int checked;

  /**
   * @param every zero for never
   */
  Heartbeat(WatchStore store, WatchLog log, Duration every) {
    this.store = store;
    this.log = log;
    this.every = every;
  }

  /**
   * Says so where it is time to.
   *
   * @param checks made since the watch began
   * @param next when the next check is planned; null where none is
   */
  void look(Instant now, int checks, @Nullable Instant next) {
    // Where the clock was set back, the time to speak begins anew.
    if (spoken == null || checks != checked || spoken.isAfter(now)) {
      spoken = now;
      checked = checks;
    } else if (!every.isZero() && !now.isBefore(spoken.plus(every))) {
      spoken = now;
      log.heartbeat(new HeartbeatLine(now, checks, store.due(now), next));
    }
  }
}
