package stet.stats;

import java.time.Duration;
import java.time.Instant;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/**
 * How articles were looked at.
 *
 * @param checks how often
 * @param gone how many of the checks showed no article, or not the whole of it
 * @param cutOff how many of those showed a page that a wall cut off
 * @param watched time between first and last check, summed over the articles
 * @param last the last check of any of them, UTC
 */
public record Watching(long checks, long gone, long cutOff, Duration watched, Instant last) {
  static final Watching NONE = new Watching(0, 0, 0, Duration.ZERO, Instant.EPOCH);

  static Watching of(Timeline timeline) {
    long gone = 0;
    long cutOff = 0;
    Instant last = Instant.EPOCH;
    for (Entry entry : timeline.entries()) {
      last = later(last, end(entry));
      if (entry instanceof Entry.NotAnArticle none) {
        gone += none.checks();
        cutOff += none.cutOff() ? none.checks() : 0;
      }
    }
    Duration watched = Duration.between(first(timeline, last), last);
    return new Watching(timeline.captures(), gone, cutOff, watched, last);
  }

  /** The first check; where there is none, the other moment. */
  static Instant first(Timeline timeline, Instant otherwise) {
    return timeline.entries().isEmpty() ? otherwise : timeline.entries().get(0).at();
  }

  private static Instant end(Entry entry) {
    if (entry instanceof Entry.Unchanged unchanged) {
      return unchanged.until();
    }
    if (entry instanceof Entry.Oscillated back) {
      return back.until();
    }
    return entry instanceof Entry.NotAnArticle gone ? gone.until() : entry.at();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  Watching plus(Watching other) {
    return new Watching(
        checks + other.checks,
        gone + other.gone,
        cutOff + other.cutOff,
        watched.plus(other.watched),
        later(last, other.last));
  }
}
