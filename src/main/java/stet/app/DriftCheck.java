package stet.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import stet.track.BlockChange;
import stet.track.Timelines;
import stet.watch.drift.DriftGuard;
import stet.watch.store.WatchStore;

/** Holds revisions that look like a new page template. */
public final class DriftCheck {
  /** How far back a template's change may have begun. */
  private static final Duration LOOK_BACK = Duration.ofDays(3);

  private DriftCheck() {}

  /**
   * Looks through the latest revisions of some outlets and holds what looks like a new template.
   *
   * @return one line for each
   */
  public static List<String> hold(
      Timelines timelines, WatchStore store, Set<String> outlets, Instant now) {
    List<String> lines = new ArrayList<>();
    Instant since = now.minus(LOOK_BACK);
    for (String outlet : outlets) {
      List<DriftGuard.Change> changes =
          timelines.blockChanges(outlet, since).stream().map(DriftCheck::change).toList();
      DriftGuard.Checked seen = (from, until) -> timelines.articlesSeen(outlet, from, until);
      store.drift().hold(outlet, changes, seen).stream()
          .map(drift -> drift.line(outlet) + "; 'stet drift' shows them")
          .forEach(lines::add);
    }
    return lines;
  }

  private static DriftGuard.Change change(BlockChange c) {
    String key = c.article().key();
    return new DriftGuard.Change(key, key + " " + c.seenAt(), c.seenAt(), c.removed(), c.added());
  }
}
