package stet.report.site;

import java.util.List;
import java.util.TreeSet;

/** The newest entries of a feed; older ones are let go as newer ones come. */
final class NewestEntries {
  private final int most;
  private final TreeSet<Feeds.Ref> kept = new TreeSet<>(Feeds.Ref.NEWEST);

  NewestEntries(int most) {
    this.most = most;
  }

  void add(Feeds.Ref entry) {
    kept.add(entry);
    if (kept.size() > most) {
      kept.pollLast();
    }
  }

  List<Feeds.Ref> list() {
    return List.copyOf(kept);
  }
}
