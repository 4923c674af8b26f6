package stet.report;

import java.util.List;
import java.util.TreeSet;

/** The newest entries of a feed; older ones are let go as newer ones come. */
final class NewestEntries {
  private final int most;
  private final TreeSet<FeedEntry> kept = new TreeSet<>(FeedEntry.NEWEST);

  NewestEntries(int most) {
    this.most = most;
  }

  void add(FeedEntry entry) {
    kept.add(entry);
    if (kept.size() > most) {
      kept.pollLast();
    }
  }

  List<FeedEntry> list() {
    return List.copyOf(kept);
  }
}
