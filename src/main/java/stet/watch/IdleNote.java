package stet.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.watch.store.Times;

/**
 * Tells that the watch waits and until when, so that a quiet one is not taken for a hung one: when
 * it begins with nothing to do, and after checks when the next one is not soon.
 */
final class IdleNote {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final WatchLog log;
  private boolean told;
  private boolean checked;

  IdleNote(WatchLog log) {
    this.log = log;
  }

  /** A check began: the next wait is another one. */
  void busy() {
    told = false;
    checked = true;
  }

  /**
   * Nothing is under way.
   *
   * @param next when something is due; null where nothing is tracked
   */
  void idle(Instant now, @Nullable Instant next) {
    boolean worth = next == null || next.isAfter(now.plus(checked ? LONG : SOON));
    if (!told && worth) {
      told = true;
      log.note(
          next == null
              ? "nothing is tracked yet; 'stet track' and 'stet feed' add to it, and this goes on"
              : "nothing is due until " + Times.text(next));
    }
  }
}
