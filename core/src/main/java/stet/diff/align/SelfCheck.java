package stet.diff.align;

import java.util.BitSet;
import stet.diff.word.Vocabulary;

/**
 * Whether an alignment says only what is so: a pair is one at both ends and joins words that are
 * the same, and what is kept in place never crosses. Then the runs made of it spell both texts;
 * without it they may say of a word that it stands where another does. {@link #undo} takes a pass
 * back where it broke this.
 */
final class SelfCheck {
  /** What is restored may be at odds with what is beside it, so look again; then let go. */
  private static final int ROUNDS = 4;

  private final Alignment al;
  private final Vocabulary vocabulary;

  SelfCheck(Alignment al, Vocabulary vocabulary) {
    this.al = al;
    this.vocabulary = vocabulary;
  }

  boolean isSound() {
    int last = -1;
    int pairs = 0;
    for (int i = 0; i < al.a.size; i++) {
      int j = al.toB[i];
      if (j == Alignment.NONE) {
        continue;
      }
      pairs++;
      if (al.moveA[i] == 0) {
        if (j <= last) {
          return false;
        }
        last = j;
      }
      if (!isPair(i, j)) {
        return false;
      }
    }
    // As many ends as there are pairs: then none of them is half a pair.
    for (int i : al.toA) {
      pairs -= i == Alignment.NONE ? 0 : 1;
    }
    return pairs == 0;
  }

  /** A line taken whole has a number that no word has, so it goes with its like alone. */
  private boolean isPair(int i, int j) {
    int was = al.a.exact[i];
    int is = al.b.exact[j];
    return al.toA[j] == i && (was == is || vocabulary.sameLetters(was, is));
  }

  /**
   * Takes back what a pass did in the lines in which it broke the rules.
   *
   * @param was the pairs before the pass, which were sound
   * @return in how many stretches
   */
  int undo(Alignment.Links was) {
    BitSet lines = new BitSet();
    for (int round = 0; round < ROUNDS && !isSound(); round++) {
      BitSet there = new BitSet();
      broken(lines, there);
      restore(was, lines, there);
    }
    if (!isSound()) {
      broken(lines, new BitSet()).stream().forEach(this::drop);
    }
    int stretches = 0;
    for (int k = lines.nextSetBit(0); k >= 0; k = lines.nextSetBit(lines.nextClearBit(k))) {
      stretches++;
    }
    return stretches;
  }

  /**
   * Finds the old tokens whose pair is none, or crosses one before it, and cuts half pairs of new
   * ones.
   *
   * @param lines gains the old lines in which anything is wrong
   * @param there the same for the new lines
   */
  private BitSet broken(BitSet lines, BitSet there) {
    BitSet broken = new BitSet();
    int last = -1;
    for (int i = 0; i < al.a.size; i++) {
      int j = al.toB[i];
      if (j != Alignment.NONE) {
        boolean kept = al.moveA[i] == 0;
        if (!isPair(i, j) || (kept && j <= last)) {
          broken.set(i);
          lines.set(al.a.line[i]);
          there.set(al.b.line[j]);
        }
        last = kept ? Math.max(last, j) : last;
      }
    }
    for (int j = 0; j < al.b.size; j++) {
      int i = al.toA[j];
      if (i != Alignment.NONE && al.toB[i] != j) {
        al.toA[j] = Alignment.NONE;
        lines.set(al.a.line[i]);
        there.set(al.b.line[j]);
      }
    }
    return broken;
  }

  private void restore(Alignment.Links was, BitSet lines, BitSet there) {
    for (int i = 0; i < al.a.size; i++) {
      int j = al.toB[i];
      if (lines.get(al.a.line[i]) || (j != Alignment.NONE && there.get(al.b.line[j]))) {
        drop(i);
      }
    }
    for (int i = 0; i < al.a.size; i++) {
      int j = was.toB()[i];
      boolean asked = j != Alignment.NONE && (lines.get(al.a.line[i]) || there.get(al.b.line[j]));
      if (asked && al.toB[i] == Alignment.NONE && al.toA[j] == Alignment.NONE) {
        al.link(i, j, was.moveA()[i]);
      }
    }
  }

  private void drop(int i) {
    int j = al.toB[i];
    if (j != Alignment.NONE && al.toA[j] == i) {
      al.toA[j] = Alignment.NONE;
    }
    al.toB[i] = Alignment.NONE;
    al.moveA[i] = 0;
  }
}
