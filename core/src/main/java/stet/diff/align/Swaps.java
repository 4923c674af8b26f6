package stet.diff.align;

import java.util.Arrays;

/**
 * Sentences that differ in a word or two and seem to have changed places, each standing where the
 * other stood. A reader sees two small edits there, not two long moves: what is equal stays, and
 * the words in which the two differ are the change.
 */
final class Swaps {
  /** From here on two sentences are one sentence with a word or two changed. */
  private static final double NEARLY_EQUAL = 0.8;

  /** Each costs one walk over the texts. */
  private static final int MOST = 32;

  /** Among more sentences than this nothing tells which stands where another stood. */
  private static final int WIDEST = 16;

  private final Alignment al;
  private final Likeness likeness;
  private final WordAligner words;

  /** New sentence that an old one moved to, or -1; and the reverse. */
  private final int[] target;

  private final int[] source;

  /** New places of the kept tokens before and after each old sentence. */
  private final int[] before;

  private final int[] after;

  private Swaps(Alignment al, Likeness likeness, WordAligner words) {
    this.al = al;
    this.likeness = likeness;
    this.words = words;
    target = new int[al.a.sentences()];
    source = new int[al.b.sentences()];
    before = new int[target.length];
    after = new int[target.length];
  }

  static void undo(Alignment al, Likeness likeness, WordAligner words) {
    for (int move : al.moveA) {
      if (move != 0) {
        Swaps swaps = new Swaps(al, likeness, words);
        for (int k = 0; k < MOST && swaps.undoOne(); k++) {}
        return;
      }
    }
  }

  private boolean undoOne() {
    survey();
    for (int s = 0; s < target.length; s++) {
      int first = target[s] < 0 ? source.length : firstAfter(before[s]);
      for (int t = first; t < first + WIDEST && fits(s, t); t++) {
        if (source[t] > s && isSwap(s, source[t])) {
          int other = source[t];
          inPlace(s, t);
          inPlace(other, target[s]);
          return true;
        }
      }
    }
    return false;
  }

  /** Whether each of two moved sentences could have stayed as the new form of the other. */
  private boolean isSwap(int s, int other) {
    return target[s] > target[other]
        && al.b.sentenceStart[target[s]] > before[other]
        && fits(other, target[s])
        && likeness.dice(s, target[other]) >= NEARLY_EQUAL
        && likeness.dice(other, target[s]) >= NEARLY_EQUAL;
  }

  /** Whether a new sentence ends before what is kept after an old one. */
  private boolean fits(int s, int t) {
    return t < source.length && al.b.sentenceStart[t + 1] <= after[s];
  }

  private int firstAfter(int token) {
    int at = Arrays.binarySearch(al.b.sentenceStart, token + 1);
    return at < 0 ? -at - 1 : at;
  }

  private void inPlace(int s, int t) {
    for (int i = al.a.sentenceStart[s]; i < al.a.sentenceStart[s + 1]; i++) {
      al.unlink(i);
    }
    for (int j = al.b.sentenceStart[t]; j < al.b.sentenceStart[t + 1]; j++) {
      if (al.toA[j] != Alignment.NONE) {
        al.unlink(al.toA[j]);
      }
    }
    words.align(
        Slots.run(al.a, new int[] {s}, 0, 1),
        Slots.run(al.b, new int[] {t}, 0, 1),
        new boolean[][] {{true}},
        0);
  }

  private void survey() {
    Arrays.fill(target, -1);
    Arrays.fill(source, -1);
    int last = -1;
    for (int i = 0, s = 0; s < target.length; s++) {
      before[s] = last;
      for (; i < al.a.sentenceStart[s + 1]; i++) {
        last = al.keptA(i) ? al.toB[i] : last;
        if (al.moveA[i] != 0) {
          target[s] = al.b.sentence[al.toB[i]];
          source[target[s]] = s;
        }
      }
    }
    int next = al.b.size;
    for (int i = al.a.size - 1, s = target.length - 1; s >= 0; s--) {
      after[s] = next;
      for (; i >= al.a.sentenceStart[s]; i--) {
        next = al.keptA(i) ? al.toB[i] : next;
      }
    }
  }
}
