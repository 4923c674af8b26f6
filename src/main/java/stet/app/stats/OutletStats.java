package stet.app.stats;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import stet.stats.GroupFigures;
import stet.stats.Observed;
import stet.timeline.Timeline;
import stet.track.Collection;
import stet.track.Progress;

/**
 * Figures of the articles that were asked for, with what was left out of them.
 *
 * @param groups in the order of their names
 * @param others articles of those outlets first seen at other times
 * @param never articles of those outlets of which no check showed an article
 */
public record OutletStats(StatsQuery query, List<GroupFigures> groups, int others, int never) {

  /**
   * Reads the timelines of the outlets, one after the other; a line for each article is in memory.
   *
   * @param progress is told of each article
   */
  public static OutletStats of(Collection collection, StatsQuery query, Progress progress) {
    Gathering gathering = new Gathering(query);
    Iterator<Timeline> timelines = collection.timelines().ofOutlets(query.outlets());
    while (timelines.hasNext()) {
      gathering.add(Observed.of(timelines.next()));
      progress.advance(1);
    }
    return gathering.stats();
  }

  /** Takes what articles add one by one. */
  static final class Gathering {
    private final StatsQuery query;
    private final List<Observed> observed = new ArrayList<>();
    private int others;
    private int never;

    Gathering(StatsQuery query) {
      this.query = query;
    }

    void add(Optional<Observed> article) {
      if (article.isEmpty()) {
        never++;
      } else if (query.covers(article.get().first())) {
        observed.add(article.get());
      } else {
        others++;
      }
    }

    int groups() {
      return GroupFigures.count(observed, query.by());
    }

    OutletStats stats() {
      return new OutletStats(query, GroupFigures.of(observed, query.by()), others, never);
    }
  }
}
