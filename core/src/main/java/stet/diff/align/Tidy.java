package stet.diff.align;

import stet.diff.word.Tokens;
import stet.diff.word.Vocabulary;

/**
 * Drops islands: kept words so few, between changes so large, that a reader is better served by one
 * change than by two with a stray word between them. Kept punctuation stays, as people leave commas
 * unmarked between changed phrases.
 */
final class Tidy {
  /** An island lighter than this, plus a share for every word of the smaller change, goes. */
  private static final int BASE = 5;

  private static final double PER_WORD = 1.6;
  private static final int MOST_WORDS = 8;

  /** A word of so few letters is light, whatever it means. */
  private static final int LIGHT_LETTERS = 3;

  private static final int ROUNDS = 3;

  private final Alignment al;

  private Tidy(Alignment al) {
    this.al = al;
  }

  static void islands(Alignment al) {
    Tidy tidy = new Tidy(al);
    // The second of two small islands side by side may only show when the first is gone.
    for (int round = 0; round < ROUNDS && tidy.sweep(); round++) {}
  }

  private boolean sweep() {
    boolean changed = false;
    int i = 0;
    while (i < al.a.size) {
      if (!al.keptA(i)) {
        i++;
        continue;
      }
      int end = runEnd(i);
      boolean first = i == 0 && al.toB[i] == 0;
      boolean last = end == al.a.size && al.toB[end - 1] == al.b.size - 1;
      if (!first && !last && isIsland(i, end)) {
        for (int k = i; k < end; k++) {
          al.unlink(k);
        }
        changed = true;
      }
      i = end;
    }
    return changed;
  }

  /** End of the run of kept pairs that are neighbours on both sides. */
  private int runEnd(int i) {
    int e = i + 1;
    while (e < al.a.size && al.keptA(e) && al.toB[e] == al.toB[e - 1] + 1) {
      e++;
    }
    return e;
  }

  private boolean isIsland(int begin, int end) {
    int most = BASE + (int) (PER_WORD * MOST_WORDS);
    int weight = 0;
    int words = 0;
    boolean light = true;
    for (int i = begin; i < end; i++) {
      weight += al.a.weight[i];
      if (al.a.isWord(i)) {
        words += al.a.words(i);
        light &= isLight(i);
      }
      if (weight > most && (!light || words > 2)) {
        return false;
      }
    }
    if (words == 0 || standsAlone(begin, end)) {
      return false;
    }
    int left = changeBefore(begin, al.toB[begin]);
    int right = changeAfter(end, al.toB[end - 1] + 1);
    if (left == 0 || right == 0) {
      return false;
    }
    if (light && words <= 2 && lightGoes(left, right, words)) {
      return true;
    }
    int less = Math.min(left, right) / 10;
    return less > 0 && weight < BASE + PER_WORD * Math.min(less, MOST_WORDS);
  }

  /**
   * A light word goes between two changed words, two go between three; where one of the changes is
   * only punctuation, the other must be larger.
   */
  private static boolean lightGoes(int left, int right, int words) {
    int least = Math.min(left, right) >= 10 ? 10 + 10 * words : 20 + 10 * words;
    return left + right >= least;
  }

  private boolean isLight(int i) {
    return al.a.weight[i] == Vocabulary.FUNCTION || al.a.end[i] - al.a.start[i] <= LIGHT_LETTERS;
  }

  /** Whether a run is a line of its own, or more: a small paragraph, not a stray word. */
  private boolean standsAlone(int begin, int end) {
    return al.a.line[begin] != al.a.line[end - 1]
        || (isLine(al.a, begin, end) && isLine(al.b, al.toB[begin], al.toB[end - 1] + 1));
  }

  private static boolean isLine(Tokens tokens, int begin, int end) {
    return (begin == 0 || tokens.line[begin - 1] != tokens.line[begin])
        && (end == tokens.size || tokens.line[end] != tokens.line[end - 1]);
  }

  /** Tenths of words changed on the larger side directly before a pair, up to the bound. */
  private int changeBefore(int i, int j) {
    int old = 0;
    for (int k = i - 1; k >= 0 && !al.keptA(k) && old < 10 * MOST_WORDS; k--) {
      old += size(al.a, k, al.moveA[k]);
    }
    int fresh = 0;
    for (int k = j - 1; k >= 0 && !al.keptB(k) && fresh < 10 * MOST_WORDS; k--) {
      fresh += size(al.b, k, al.moveOfB(k));
    }
    return Math.max(old, fresh);
  }

  private int changeAfter(int i, int j) {
    int old = 0;
    for (int k = i; k < al.a.size && !al.keptA(k) && old < 10 * MOST_WORDS; k++) {
      old += size(al.a, k, al.moveA[k]);
    }
    int fresh = 0;
    for (int k = j; k < al.b.size && !al.keptB(k) && fresh < 10 * MOST_WORDS; k++) {
      fresh += size(al.b, k, al.moveOfB(k));
    }
    return Math.max(old, fresh);
  }

  /** Tenths of a word: punctuation alone makes the smallest change, moved text none. */
  private static int size(Tokens tokens, int token, int move) {
    return move != 0 ? 0 : Math.max(1, 10 * tokens.words(token));
  }
}
