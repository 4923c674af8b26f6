package stet.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import stet.diff.Differ;
import stet.diff.Revision;

/**
 * The steps of a timeline from each version to the next. Those that {@link Entry.Oscillated} tells
 * together have no entry of their own, and are compared when asked for.
 */
public final class Steps {
  private final Timeline timeline;
  private final Differ differ;
  private final Map<Integer, Entry.Revised> told = new HashMap<>();

  /**
   * @param differ compares versions of which the timeline keeps no revision
   */
  public Steps(Timeline timeline, Differ differ) {
    this.timeline = timeline;
    this.differ = differ;
    timeline.revisions().forEach(r -> told.put(r.version(), r));
  }

  /** The entry that tells of the step to that version; empty where several are told together. */
  public Optional<Entry.Revised> told(int version) {
    return Optional.ofNullable(told.get(version));
  }

  /**
   * What changed from the version before.
   *
   * @param version from 2
   */
  public Revision to(int version) {
    Entry.Revised revised = told.get(version);
    return revised != null
        ? revised.revision()
        : differ.diff(
            timeline.versions().get(version - 2).state(),
            timeline.versions().get(version - 1).state());
  }

  /**
   * Between which two checks that version came.
   *
   * @param version from 2
   */
  public Window window(int version) {
    Entry.Revised revised = told.get(version);
    return revised != null
        ? revised.window()
        : new Window(
            timeline.versions().get(version - 2).lastSeen(),
            timeline.versions().get(version - 1).first().at());
  }
}
