package stet.diff.rank;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import stet.diff.Edit;
import stet.diff.judge.EditJudge;

/** Changes that put a slip of the pen right. */
final class Slips {
  private static final Pattern ADDRESS =
      Pattern.compile("[<(\\[]*(?:https?://|www\\.)\\S+", Pattern.CASE_INSENSITIVE);

  private Slips() {}

  /** Words written twice by mistake, of which one went; or that came to stand twice. */
  static boolean isRepetition(Edit edit) {
    if (!edit.before().isBlank() && !edit.after().isBlank()) {
      return false;
    }
    List<String> words = EditJudge.words(edit.before() + edit.after());
    List<String> left = EditJudge.words(edit.left());
    List<String> right = EditJudge.words(edit.right());
    int n = words.size();
    return (left.size() >= n && left.subList(left.size() - n, left.size()).equals(words))
        || (right.size() >= n && right.subList(0, n).equals(words));
  }

  /** Web addresses alone, of which readers read nothing but that they are there. */
  static boolean isAddress(Edit edit) {
    String words = (edit.before() + ' ' + edit.after()).strip();
    return !words.isEmpty()
        && Arrays.stream(words.split("\\s+")).allMatch(w -> ADDRESS.matcher(w).matches());
  }

  /** A short form for the words whose first letters it is, or the other way round. */
  static boolean isAbbreviation(Edit edit) {
    return isShortFor(edit.before(), edit.after()) || isShortFor(edit.after(), edit.before());
  }

  private static boolean isShortFor(String form, String full) {
    List<String> one = EditJudge.words(form);
    List<String> many = EditJudge.words(full);
    if (one.size() != 1 || many.size() < 2 || one.get(0).length() != many.size()) {
      return false;
    }
    StringBuilder first = new StringBuilder();
    many.forEach(w -> first.append(w.charAt(0)));
    return first.toString().equalsIgnoreCase(one.get(0));
  }

  /** One word for one word that differs in a letter or two: most likely a slip put right. */
  static boolean isSpelling(Edit edit) {
    List<String> was = EditJudge.words(edit.before());
    List<String> is = EditJudge.words(edit.after());
    return was.size() == 1
        && is.size() == 1
        && was.get(0).length() >= 4
        && was.get(0).chars().allMatch(Character::isLetter)
        && Math.abs(was.get(0).length() - is.get(0).length()) <= 1
        && letters(was.get(0), is.get(0)) <= 2;
  }

  /** Letters that stand at one end in neither word. */
  private static int letters(String a, String b) {
    int head = 0;
    while (head < Math.min(a.length(), b.length()) && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(a.length(), b.length()) - head
        && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    return Math.max(a.length(), b.length()) - head - tail;
  }
}
