package stet.diff.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.diff.Edit;

/**
 * What went and what came in all edits of one field or paragraph. A number or a name that went at
 * one place of it and came at another only moved; a number that took another's place did not,
 * though the other came elsewhere: "12 killed, 47 hurt" and "47 killed, 12 hurt".
 */
final class Elsewhere {
  /** How often each word went, less how often it came. */
  private final Map<String, Integer> gone = new HashMap<>();

  void add(Edit edit) {
    EditJudge.words(edit.before()).forEach(w -> gone.merge(EditJudge.lower(w), 1, Integer::sum));
    EditJudge.words(edit.after()).forEach(w -> gone.merge(EditJudge.lower(w), -1, Integer::sum));
  }

  /** Whether such words of one edit changed, rather than moved. */
  boolean changed(List<String> before, List<String> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return !stay(before) || !stay(after);
    }
    return EditJudge.differ(before, after);
  }

  /** Whether all words of an edit went from one place of the field to another. */
  boolean moved(Edit edit) {
    List<String> before = EditJudge.words(edit.before());
    List<String> after = EditJudge.words(edit.after());
    return before.isEmpty() != after.isEmpty() && stay(before) && stay(after);
  }

  private boolean stay(List<String> words) {
    return words.stream().allMatch(w -> gone.getOrDefault(EditJudge.lower(w), 1) == 0);
  }
}
