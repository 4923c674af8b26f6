package stet.app.edits;

import java.util.List;
import stet.diff.Label;
import stet.diff.rank.Rank;
import stet.diff.tell.Telling;
import stet.timeline.SeenVersion;
import stet.timeline.TrackedArticle;
import stet.track.Edits;

/**
 * What is told of an edit in a line.
 *
 * @param telling how much it tells, and the words that tell most
 */
public record ToldEdit(Edits.Edit edit, Telling telling) {
  /** Weighs an edit. */
  public static ToldEdit of(Edits.Edit edit) {
    return new ToldEdit(edit, edit.timeline().telling(edit.revised()));
  }

  /** The words that tell most. */
  public Telling.Excerpt excerpt() {
    return telling.excerpt();
  }

  /** Its score with all that it comes from, such as {@code 52: in the headline +30, …}. */
  public String explained() {
    return telling.score() + (telling.parts().isEmpty() ? "" : ": " + Rank.words(telling.parts()));
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
