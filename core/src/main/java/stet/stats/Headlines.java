package stet.stats;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import stet.diff.Label.Kind;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/**
 * The headlines that an article was given.
 *
 * @param different how many there were, each counted once
 * @param returns how often one came back that had stood before, as tests on readers make it
 * @param back whether the last of several is the first again, so that nothing of it has changed
 */
public record Headlines(int different, int returns, boolean back) {
  /** One that never changed. */
  public static final Headlines ONE = new Headlines(1, 0, false);

  /** Those in edits that count, and in swings. */
  static Headlines of(Timeline timeline) {
    Map<Integer, SeenEdit> edits = new HashMap<>();
    for (Entry.Revised revised : timeline.revisions()) {
      edits.put(revised.version(), SeenEdit.of(revised));
    }
    String first = timeline.versions().get(0).state().headline();
    String before = first;
    String last = first;
    Set<String> seen = new LinkedHashSet<>(Set.of(first));
    int returns = 0;
    for (SeenVersion version : timeline.versions()) {
      String headline = version.state().headline();
      SeenEdit edit = edits.get(version.number());
      // A swing that was told together with others has no edit of its own.
      boolean changed =
          edit == null
              ? !headline.equals(before)
              : edit.counts() && edit.kinds().contains(Kind.HEADLINE);
      if (changed) {
        returns += seen.add(headline) ? 0 : 1;
        last = headline;
      }
      before = headline;
    }
    return new Headlines(seen.size(), returns, seen.size() > 1 && last.equals(first));
  }

  /** Whether another one stands at the end, after whatever came between. */
  boolean isChanged() {
    return different > 1 && !back;
  }
}
