package stet.notify.match;

import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.track.Edits;

/** Tells whether two edits, of whatever articles, did the same to the words. */
public final class SameEdit {
  private SameEdit() {}

  /** Equal for edits that removed and added the same; another one for each edit of no words. */
  public static String signature(Edits.Edit edit) {
    StringBuilder words = new StringBuilder();
    for (Hunk hunk : edit.revised().revision().hunks()) {
      hunk.deltas().forEach(d -> add(d, words));
    }
    for (FieldChange field : edit.revised().revision().fields()) {
      if (!field.field().isStatedDate()) {
        words.append(field.field()).append('\n');
        field.deltas().forEach(d -> add(d, words));
      }
    }
    if (words.isEmpty()) {
      return edit.place().toString();
    }
    return edit.revised().labels().get(0).kind() + "\n" + words;
  }

  private static void add(Delta delta, StringBuilder words) {
    if (delta.isChange()) {
      words.append(delta.kind()).append(delta.before()).append('\u001F').append(delta.after());
      words.append('\n');
    }
  }
}
