package stet.diff.hunk;

import java.util.List;
import stet.diff.Counts;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.word.Tokenizer;

/** Counts the words of a revision. */
final class WordCounts {
  private int inserted;
  private int deleted;
  private int moved;
  private int kept;

  private WordCounts() {}

  static Counts of(List<Hunk> hunks, List<FieldChange> fields) {
    WordCounts counts = new WordCounts();
    for (Hunk hunk : hunks) {
      boolean travelled = hunk instanceof Hunk.Moved;
      hunk.deltas().forEach(d -> counts.add(d, travelled));
    }
    for (FieldChange change : fields) {
      if (change.field() == FieldChange.Field.HEADLINE || change.field() == FieldChange.Field.DEK) {
        change.deltas().forEach(d -> counts.add(d, false));
      }
    }
    return new Counts(counts.inserted, counts.deleted, counts.moved, counts.kept);
  }

  private void add(Delta delta, boolean travelled) {
    switch (delta.kind()) {
      case KEPT, RESPELLED -> {
        int words = Tokenizer.countWords(delta.after());
        moved += travelled ? words : 0;
        kept += travelled ? 0 : words;
      }
      case INSERTED -> inserted += Tokenizer.countWords(delta.after());
      case DELETED -> deleted += Tokenizer.countWords(delta.before());
      case MOVED_TO -> moved += Tokenizer.countWords(delta.after());
      case MOVED_FROM -> {
        // Counted where it arrived.
      }
    }
  }
}
