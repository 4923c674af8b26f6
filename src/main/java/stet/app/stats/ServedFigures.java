package stet.app.stats;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import stet.stats.Observed;
import stet.timeline.KeptTimeline;
import stet.track.Collection;

/**
 * Figures for many who ask a collection that changes. What an article adds is kept as long as its
 * history is as it was, so that only what changed is read again. May be used by any number of
 * threads.
 */
public final class ServedFigures {
  /** What so many articles add takes some hundred megabytes at most. */
  private static final int MOST = 100_000;

  /** Curves are estimated for each group. */
  private static final int MOST_GROUPS = 300;

  private final Duration patience;

  private final Map<String, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > MOST;
        }
      };

  private record Kept(String fingerprint, Optional<Observed> observed) {}

  /**
   * @param patience so long articles are read for one answer
   */
  public ServedFigures(Duration patience) {
    this.patience = patience;
  }

  /** What is asked for can't be told in one answer. */
  public static final class NotYet extends Exception {
    private static final long serialVersionUID = 1L;

    private NotYet(String why) {
      super(why, null, false, false);
    }

    /** Why, and what to do, in sentences. */
    public String why() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * The figures.
   *
   * @throws NotYet when reading took longer than one answer may take, or there is too much
   */
  public OutletStats of(Collection collection, StatsQuery query) throws NotYet {
    int all = collection.timelines().count(query.outlets());
    if (all > MOST) {
      throw new NotYet(
          all
              + " articles are more than are read for an answer. Ask for one outlet; 'stet stats'"
              + " and 'stet report' read them all.");
    }
    long begun = System.nanoTime();
    int read = 0;
    OutletStats.Gathering gathering = new OutletStats.Gathering(query);
    Iterator<KeptTimeline> timelines = collection.timelines().keptOfOutlets(query.outlets());
    while (timelines.hasNext()) {
      if (System.nanoTime() - begun > patience.toNanos()) {
        throw new NotYet(
            read + " of " + all + " articles are read. Ask again: it goes on from there.");
      }
      gathering.add(observed(timelines.next()));
      read++;
    }
    int groups = gathering.groups();
    if (groups > MOST_GROUPS) {
      throw new NotYet(
          "There are "
              + groups
              + " groups, more than "
              + MOST_GROUPS
              + ". Ask for one outlet or a time; 'stet stats' tells of all.");
    }
    return gathering.stats();
  }

  private Optional<Observed> observed(KeptTimeline timeline) {
    String key = timeline.article().key();
    String fingerprint = timeline.fingerprint();
    synchronized (kept) {
      Kept known = kept.get(key);
      if (known != null && !fingerprint.isEmpty() && known.fingerprint().equals(fingerprint)) {
        return known.observed();
      }
    }
    Optional<Observed> observed = Observed.of(timeline.read());
    synchronized (kept) {
      kept.put(key, new Kept(fingerprint, observed));
    }
    return observed;
  }
}
