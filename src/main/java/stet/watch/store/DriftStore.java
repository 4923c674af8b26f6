package stet.watch.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import stet.watch.drift.DriftGuard;
import stet.watch.drift.DriftVerdict;
import stet.watch.drift.HeldDrift;
import stet.watch.drift.HeldRevision;

/** Revisions that look like a new page template, and what a person made of them. */
public final class DriftStore {
  private final WatchStore store;
  private final DriftTable drifts;

  DriftStore(WatchStore store, DriftTable drifts) {
    this.store = store;
    this.drifts = drifts;
  }

  /**
   * Looks for a new page template among the latest revisions of an outlet, and holds those that no
   * person has judged.
   *
   * @param changes of one outlet, whose revisions are named as {@link HeldRevision} does, the two
   *     parts joined by a space
   * @param checked tells how many of its articles were looked at
   * @return what was not held before
   */
  public List<DriftGuard.Drift> hold(
      String outlet, List<DriftGuard.Change> changes, DriftGuard.Checked checked) {
    List<DriftGuard.Drift> found = new ArrayList<>();
    for (DriftGuard.Drift drift : DriftGuard.find(changes, checked)) {
      List<HeldRevision> fresh =
          drift.revisions().stream()
              .map(DriftStore::heldRevision)
              .filter(r -> !drifts.isKnown(r.articleKey(), r.seenAt()))
              .toList();
      if (!fresh.isEmpty()) {
        store.write(
            () -> {
              drifts.add(outlet, drift, fresh);
              return fresh.size();
            });
        found.add(drift);
      }
    }
    return found;
  }

  private static HeldRevision heldRevision(String name) {
    int space = name.indexOf(' ');
    return new HeldRevision(name.substring(0, space), Instant.parse(name.substring(space + 1)));
  }

  /** Everything that was ever held, oldest first. */
  public List<HeldDrift> all() {
    return drifts.all();
  }

  /**
   * Puts another text in the place of what held revisions share, where it belongs to certain
   * articles or has certain words.
   */
  public void redact(Set<String> keys, Predicate<String> says, String instead) {
    drifts.redact(keys, says, instead);
  }

  /** Keeps what a person says of it; false where there is none of that number. */
  public boolean judge(long drift, DriftVerdict verdict) {
    return drifts.judge(drift, verdict);
  }

  /** The revisions that are to be shown as held. */
  public Set<HeldRevision> heldRevisions() {
    return drifts.held();
  }
}
