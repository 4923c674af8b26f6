package stet.app.alert;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.app.WatchSession;
import stet.watch.FetchLine;
import stet.watch.HeartbeatLine;
import stet.watch.WatchLog;
import stet.watch.Watcher;
import stet.watch.store.CheckOutcome;

/** A watch, and who tells people what it brings. */
public final class AlertedWatch implements AutoCloseable {
  private static final Duration LAST_ROUND = Duration.ofMinutes(1);

  private final WatchSession session;
  private final AlertService alerts;
  private final WatchLog log;
  private final boolean brief;
  private boolean wellSet = true;

  private AlertedWatch(WatchSession session, AlertService alerts, WatchLog log, boolean brief) {
    this.session = session;
    this.alerts = alerts;
    this.log = log;
    this.brief = brief;
  }

  /**
   * Opens both.
   *
   * @param log is told of each check, and of what is told, by several threads
   * @param program name and version of the program
   * @param brief whether the run ends soon, so that people are told at its end
   * @throws stet.track.CollectionException when there is no collection, or another session is open
   * @throws stet.app.AppException when the settings are wrong
   */
  public static AlertedWatch open(
      CollectionHome home, Clock clock, WatchLog log, String program, boolean brief)
      throws IOException {
    Waking waking = new Waking(log);
    WatchSession session = WatchSession.open(home, clock, waking, brief);
    try {
      AlertService alerts =
          AlertService.of(ServedCollection.open(home, clock), program, waking::note);
      if (brief) {
        alerts.prepare();
      } else {
        waking.wakes = alerts;
        alerts.start();
      }
      return new AlertedWatch(session, alerts, waking, brief);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Has people told as soon as a check showed something. */
  private static final class Waking implements WatchLog {
    private final WatchLog log;
    private volatile @Nullable AlertService wakes;

    Waking(WatchLog log) {
      this.log = log;
    }

    @Override
    public synchronized void fetched(FetchLine line) {
      log.fetched(line);
      AlertService alerts = wakes;
      if (alerts != null
          && line.outcome() != CheckOutcome.UNCHANGED
          && line.outcome() != CheckOutcome.NOT_MODIFIED) {
        alerts.wake();
      }
    }

    @Override
    public synchronized void heartbeat(HeartbeatLine line) {
      log.heartbeat(line);
    }

    @Override
    public synchronized void note(String line) {
      log.note(line);
    }
  }

  /** What checks, until it is stopped. */
  public Watcher watcher() {
    return session.watcher();
  }

  /** Tells the log a line of somebody who works beside the watch. From any thread. */
  public void note(String line) {
    log.note(line);
  }

  /** The watch alone. */
  public WatchSession session() {
    return session;
  }

  /**
   * After {@link #close} of a brief one: whether nothing is left untold because settings are wrong.
   */
  public boolean isWellSet() {
    return wellSet;
  }

  @Override
  public void close() throws IOException {
    try (alerts) {
      session.close();
      if (brief) {
        wellSet = alerts.tellNow(LAST_ROUND);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
