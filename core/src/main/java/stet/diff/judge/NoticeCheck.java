package stet.diff.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import stet.diff.Edit;
import stet.diff.FieldChange;
import stet.diff.word.FunctionWords;

/**
 * Whether a notice speaks of the change it came with: it then names numbers or names that came or
 * went, quotes words that did, or shares several words with them. That it says nothing of the
 * change is claimed only where the notice shares no content word and no number with the change or
 * the dozen words round it, endings apart.
 */
final class NoticeCheck {
  private static final int WORDS_IN_COMMON = 3;

  private NoticeCheck() {}

  /**
   * What the new notices share with the changed words, joined by commas; empty text when nothing;
   * nothing when there is no new notice or no changed word.
   */
  static Optional<String> shared(Facts f) {
    List<Edit> edits = f.edits.stream().filter(Judged::isSubstantive).map(Judged::edit).toList();
    if (f.notices().isEmpty() || edits.isEmpty()) {
      return Optional.empty();
    }
    Set<String> changed = new HashSet<>();
    for (Edit e : edits) {
      changed.addAll(EditJudge.words(e.before()));
      changed.addAll(EditJudge.words(e.after()));
    }
    Set<String> lower = new HashSet<>();
    changed.forEach(w -> lower.add(EditJudge.lower(w)));
    Set<String> telling = new TreeSet<>();
    Set<String> common = new TreeSet<>();
    for (FieldChange notice : f.notices()) {
      for (String word : EditJudge.words(notice.after())) {
        if (changed.contains(word) && (hasDigit(word) || f.names.isName(word))) {
          telling.add(word);
        } else if (lower.contains(EditJudge.lower(word)) && isContent(word)) {
          common.add(EditJudge.lower(word));
        }
      }
    }
    if (common.size() >= WORDS_IN_COMMON) {
      telling.addAll(common);
    }
    return Optional.of(Phrases.shorten(String.join(", ", telling), 120));
  }

  /** Whether there is a new notice beside changed words, and they have no word in common. */
  static boolean unexplained(Facts f) {
    List<Edit> edits = f.edits.stream().filter(Judged::isSubstantive).map(Judged::edit).toList();
    if (f.notices().isEmpty() || edits.isEmpty()) {
      return false;
    }
    Stems changed = new Stems();
    for (Edit e : edits) {
      // "Misstated the cost" speaks of a number that changed beside the word "cost".
      for (String text : List.of(e.before(), e.after(), e.left(), e.right())) {
        EditJudge.words(text).forEach(changed::add);
      }
    }
    return f.notices().stream()
        .flatMap(notice -> EditJudge.words(notice.after()).stream())
        .noneMatch(changed::has);
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  private static boolean isContent(String word) {
    char[] chars = EditJudge.lower(word).toCharArray();
    return chars.length > 2 && !FunctionWords.contains(chars, chars.length);
  }
}
