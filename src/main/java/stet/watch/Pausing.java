package stet.watch;

import java.time.Duration;
import java.time.Instant;

/** A disk that is full or a database that is locked: the watch waits, and tries again. */
final class Pausing {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final WatchLog log;
  private boolean paused;
  private Duration wait = FIRST;
  private Instant retryAt = Instant.MIN;

  Pausing(WatchLog log) {
    this.log = log;
  }

  boolean isPaused() {
    return paused;
  }

  Instant retryAt() {
    return retryAt;
  }

  /** Whether what failed may be tried again; a clock that was set back must not forbid it. */
  boolean mayTry(Instant now) {
    return !paused || !retryAt.isAfter(now) || retryAt.isAfter(now.plus(LONGEST));
  }

  void pause(Exception error, Instant now) {
    if (!paused) {
      wait = FIRST;
      log.note(
          "paused: "
              + reason(error)
              + "; nothing is lost, trying again every few seconds until it works");
    }
    paused = true;
    retryAt = now.plus(wait);
    Duration doubled = wait.multipliedBy(2);
    wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  void over() {
    if (paused) {
      paused = false;
      log.note("resumed");
    }
  }

  private static String reason(Exception error) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    return message.lines().findFirst().orElse("").strip();
  }
}
