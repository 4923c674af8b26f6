package stet.stats;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.timeline.Entry;
import stet.timeline.Window;

/**
 * An edit as figures see it.
 *
 * @param window between which two checks it happened
 * @param disclosure how it was disclosed
 * @param kinds what was changed
 */
public record SeenEdit(Window window, Kind disclosure, Set<Kind> kinds) {
  /**
   * The ways of disclosure of what counts as an edit of the story. The others are no change of its
   * words, or it can't be told that they are one.
   */
  public static final List<Kind> COUNTED =
      List.of(
          Kind.SILENT,
          Kind.NO_UPDATE_TIME,
          Kind.CANNOT_TELL,
          Kind.PUBLISHED_MOVED,
          Kind.STAMPED,
          Kind.NOTICED);

  /** The ways of which nobody can say that the publisher did, or did not, tell of the edit. */
  static final Set<Kind> UNTOLD =
      EnumSet.of(Kind.NO_UPDATE_TIME, Kind.CANNOT_TELL, Kind.PUBLISHED_MOVED);

  static SeenEdit of(Entry.Revised revised) {
    List<Label> labels = revised.labels();
    Set<Kind> kinds = labels.stream().skip(1).map(Label::kind).collect(Collectors.toSet());
    return new SeenEdit(revised.window(), labels.get(0).kind(), Set.copyOf(kinds));
  }

  /** Whether it counts as an edit of the story. */
  boolean counts() {
    return COUNTED.contains(disclosure);
  }
}
