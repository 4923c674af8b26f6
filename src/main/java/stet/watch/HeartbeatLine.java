package stet.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.watch.store.Times;

/**
 * That a watch is alive though it checks nothing, for a log.
 *
 * @param at UTC
 * @param checked how many checks it has made since it began
 * @param due how many pages and lists are due, but must wait
 * @param next when the next check is planned, UTC; null where none is
 */
public record HeartbeatLine(Instant at, int checked, long due, @Nullable Instant next) {
  /** The line as {@code key=value} pairs, in a fixed order. */
  public String line() {
    return "at="
        + Times.text(at)
        + " kind=heartbeat checked="
        + checked
        + " due="
        + due
        + " next="
        + (next == null ? "none" : Times.text(next));
  }
}
