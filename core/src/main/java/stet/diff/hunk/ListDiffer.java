package stet.diff.hunk;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.diff.align.Likeness;
import stet.diff.word.Bag;
import stet.diff.word.Tokenizer;
import stet.diff.word.Tokens;
import stet.diff.word.Vocabulary;

/**
 * What changed in a short list of lines: captions, pictures, notices. Myers' algorithm by
 * java-diff-utils; its cost grows with the square of the differences, so a list too long for it is
 * compared as a set.
 */
final class ListDiffer {
  /** Differences beyond this many entries are not worth the order. */
  private static final int LONGEST = 300;

  private ListDiffer() {}

  /** An entry that changed; one side is empty where the entry is new or gone. */
  record Pair(String before, String after) {}

  static List<Pair> changes(List<String> before, List<String> after) {
    if (before.equals(after)) {
      return List.of();
    }
    if (before.size() > LONGEST || after.size() > LONGEST) {
      return asSets(before, after);
    }
    List<Pair> pairs = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
      pair(delta.getSource().getLines(), delta.getTarget().getLines(), pairs);
    }
    return pairs;
  }

  /** Pairs entries that resemble each other, in order; the others are gone or new. */
  private static void pair(List<String> old, List<String> fresh, List<Pair> pairs) {
    int next = 0;
    for (String was : old) {
      int found = next;
      while (found < fresh.size() && !alike(was, fresh.get(found))) {
        found++;
      }
      if (found == fresh.size()) {
        pairs.add(new Pair(was, ""));
      } else {
        for (; next < found; next++) {
          pairs.add(new Pair("", fresh.get(next)));
        }
        pairs.add(new Pair(was, fresh.get(next++)));
      }
    }
    for (; next < fresh.size(); next++) {
      pairs.add(new Pair("", fresh.get(next)));
    }
  }

  private static boolean alike(String was, String is) {
    Vocabulary vocabulary = new Vocabulary();
    Tokens a = Tokenizer.tokens(was, vocabulary);
    Tokens b = Tokenizer.tokens(is, vocabulary);
    double dice = Bag.of(a, 0, a.size, vocabulary).dice(Bag.of(b, 0, b.size, vocabulary));
    return dice >= Likeness.SIMILAR;
  }

  private static List<Pair> asSets(List<String> before, List<String> after) {
    Map<String, Integer> count = new HashMap<>();
    after.forEach(line -> count.merge(line, 1, Integer::sum));
    List<Pair> pairs = new ArrayList<>();
    for (String line : before) {
      if (count.getOrDefault(line, 0) > 0) {
        count.merge(line, -1, Integer::sum);
      } else {
        pairs.add(new Pair(line, ""));
      }
    }
    for (String line : after) {
      if (count.getOrDefault(line, 0) > 0) {
        count.merge(line, -1, Integer::sum);
        pairs.add(new Pair("", line));
      }
    }
    return pairs;
  }
}
