package stet.app.edits;

import java.util.List;
import stet.diff.Label;
import stet.diff.judge.JudgedRevision;
import stet.diff.tell.Telling;
import stet.timeline.SeenVersion;
import stet.timeline.TrackedArticle;
import stet.track.Edits;

/**
 * What is told of an edit in a line.
 *
 * @param excerpt the words that tell most
 */
public record ToldEdit(Edits.Edit edit, Telling.Excerpt excerpt) {
  /** Weighs an edit. */
  public static ToldEdit of(Edits.Edit edit) {
    JudgedRevision judged = edit.timeline().judged(edit.revised());
    return new ToldEdit(edit, Telling.of(judged, edit.revised().labels()).excerpt());
  }

  /** Whose edit it is. */
  public TrackedArticle article() {
    return edit.timeline().article();
  }

  /** The version before it. */
  public SeenVersion before() {
    return edit.timeline().versions().get(edit.revised().version() - 2);
  }

  /** The version that it led to. */
  public SeenVersion after() {
    return edit.timeline().versions().get(edit.revised().version() - 1);
  }

  /** The ids of its labels, with commas between. */
  public String labels() {
    return labels(edit.revised().labels(), Integer.MAX_VALUE);
  }

  /**
   * The ids of the first of some labels, with commas between.
   *
   * @param most how many are named; of the others stands how many they are
   */
  public static String labels(List<Label> labels, int most) {
    List<String> ids = labels.stream().map(l -> l.kind().id()).toList();
    int more = ids.size() - most;
    return String.join(", ", ids.subList(0, Math.min(most, ids.size())))
        + (more > 0 ? " +" + more : "");
  }
}
