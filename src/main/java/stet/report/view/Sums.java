package stet.report.view;

import java.util.List;
import stet.diff.Counts;
import stet.diff.Label;
import stet.report.words.Chips;
import stet.report.words.Numbers;
import stet.timeline.Entry;
import stet.timeline.Standing;
import stet.timeline.Timeline;

/** How much an article changed, in sentences that cannot be read two ways. */
public final class Sums {
  private Sums() {}

  /** What is left of the first version, and what silent revisions did; empty without revisions. */
  public static String of(Timeline timeline, Standing standing) {
    List<Entry.Revised> revisions = timeline.revisions();
    if (revisions.isEmpty()) {
      return "";
    }
    return left(standing) + silent(revisions);
  }

  private static String left(Standing standing) {
    String words = Numbers.of(standing.first(), "word", "words") + " of the first version";
    if (standing.still() < standing.first()) {
      String some = standing.still() == 0 ? "none" : Numbers.grouped(standing.still());
      String verb =
          standing.still() == 0 || standing.still() == 1 ? " still stands" : " still stand";
      return "Of the " + words + ", " + some + verb + ". " + now(standing);
    }
    String all =
        standing.first() == 1
            ? "The one word of the first version still stands"
            : "All " + words + " still stand";
    return standing.later() == 0 ? all + ", and none came later." : all + ". " + now(standing);
  }

  private static String now(Standing standing) {
    String later = standing.later() == 0 ? "none" : Numbers.grouped(standing.later());
    return "The latest has "
        + Numbers.of(standing.now(), "word", "words")
        + "; "
        + later
        + " of them came later.";
  }

  /** Words that came and went without a word by the publisher, revision by revision. */
  private static String silent(List<Entry.Revised> revisions) {
    int came = 0;
    int went = 0;
    for (Entry.Revised revised : revisions) {
      if (Chips.disclosure(revised).equals(Label.Kind.SILENT.id())) {
        Counts counts = revised.revision().counts();
        came += counts.inserted();
        went += counts.deleted();
      }
    }
    return came + went == 0
        ? ""
        : " Silent revisions added "
            + (came == 0 ? "no words" : Numbers.of(came, "word", "words"))
            + " and removed "
            + (went == 0 ? "none" : Numbers.grouped(went))
            + ".";
  }
}
