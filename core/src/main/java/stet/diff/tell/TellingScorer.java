package stet.diff.tell;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import stet.diff.Edit;
import stet.diff.Edit.Place;
import stet.diff.FieldChange;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.diff.judge.Facts;
import stet.diff.rank.Age;
import stet.diff.rank.EditPoints;
import stet.diff.rank.Rank;
import stet.diff.rank.Weights;
import stet.diff.tell.Telling.Excerpt;

/** Shows the change of a {@link Rank} that tells most. */
final class TellingScorer {
  /** Both headlines together; longer ones are cut like any text. */
  private static final int HEADLINES_LENGTH = 560;

  private TellingScorer() {}

  static Telling score(Facts facts, List<Label> labels, Age age, Weights weights) {
    Rank rank = Rank.of(facts, labels, age, weights);
    Excerpt excerpt =
        rank.best() == null ? new Excerpt("", -1, List.of()) : excerpt(rank.best().edit(), facts);
    return new Telling(rank.score(), rank.parts(), excerpt);
  }

  static Optional<Excerpt> excerpt(
      Facts facts, Set<Kind> kinds, Predicate<String> words, Weights weights) {
    EditPoints points = new EditPoints(facts, weights);
    return facts.edits.stream()
        .filter(j -> kinds.isEmpty() || !Collections.disjoint(kinds, j.kinds()))
        .filter(j -> words.test(j.edit().before() + "\n" + j.edit().after()))
        .max(Comparator.comparingInt(points::of))
        .map(j -> excerpt(j.edit(), facts));
  }

  private static Excerpt excerpt(Edit edit, Facts facts) {
    if (edit.place() == Place.HEADLINE) {
      // A headline is short and is read whole: half of its edit can tell the opposite story.
      for (FieldChange change : facts.revision.fields()) {
        if (change.field() == FieldChange.Field.HEADLINE
            && change.before().length() + change.after().length() <= HEADLINES_LENGTH) {
          return new Excerpt(edit.place().words(), -1, change.deltas());
        }
      }
    }
    String where = edit.hunk() < 0 ? edit.place().words() : "paragraph " + edit.paragraph();
    return new Excerpt(where, edit.hunk(), Excerpts.of(edit.stretch()));
  }
}
