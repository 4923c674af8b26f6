package stet.diff.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stet.diff.word.Bag;
import stet.diff.word.Tokens;
import stet.diff.word.Vocabulary;

/**
 * Third pass: what lies between two anchors. Sentences that resemble each other are chained in
 * order; where the chain has a clean joint the slot is cut, and the words of each piece are
 * aligned. A joint is not clean when words of one side of it turn up beyond it: a sentence was
 * split, merged or reflowed there.
 */
final class Slots {
  /** Up to this many pairs of sentences are all compared. */
  private static final int DENSE = 400;

  private final Alignment al;
  private final Likeness likeness;
  private final WordAligner words;

  Slots(Alignment al, Likeness likeness, WordAligner words) {
    this.al = al;
    this.likeness = likeness;
    this.words = words;
  }

  /**
   * Fills every slot.
   *
   * @param partner for each old sentence the new one it anchors at, or -1
   */
  void fill(int[] partner) {
    int a0 = 0;
    int b0 = 0;
    for (int s = 0; s <= partner.length; s++) {
      boolean end = s == partner.length;
      if (end || partner[s] >= 0) {
        int b1 = end ? al.b.sentences() : partner[s];
        slot(a0, s, b0, b1);
        a0 = s + 1;
        b0 = b1 + 1;
      }
    }
  }

  private void slot(int a0, int a1, int b0, int b1) {
    if (a0 >= a1 || b0 >= b1) {
      return;
    }
    int[] as = free(al.a, al.toB, a0, a1);
    int[] bs = free(al.b, al.toA, b0, b1);
    if (as.length > 0 && bs.length > 0) {
      pieces(as, bs, chain(as, bs));
    }
  }

  private static int[] free(Tokens tokens, int[] partners, int from, int to) {
    return java.util.stream.IntStream.range(from, to)
        .filter(s -> partners[tokens.sentenceStart[s]] == Alignment.NONE)
        .toArray();
  }

  /** Similar sentences in order, as positions within the two lists. */
  private List<Chain.Pair> chain(int[] as, int[] bs) {
    List<Chain.Pair> pairs = new ArrayList<>();
    if ((long) as.length * bs.length <= DENSE) {
      for (int i = 0; i < as.length; i++) {
        for (int j = bs.length - 1; j >= 0; j--) {
          add(pairs, i, j, likeness.dice(as[i], bs[j]), as[i]);
        }
      }
    } else {
      for (Likeness.Match m : likeness.byRareWords(as, bs, Likeness.SIMILAR)) {
        int i = Arrays.binarySearch(as, m.s());
        add(pairs, i, Arrays.binarySearch(bs, m.t()), m.dice(), m.s());
      }
      pairs.sort(
          (p, q) -> p.i() != q.i() ? Integer.compare(p.i(), q.i()) : Integer.compare(q.j(), p.j()));
    }
    return Chain.heaviest(pairs, bs.length + 1);
  }

  private void add(List<Chain.Pair> pairs, int i, int j, double dice, int s) {
    if (dice >= Likeness.SIMILAR) {
      int weight = (int) (dice * dice * likeness.bagA(s).weight) + 1;
      pairs.add(new Chain.Pair(i, j, weight));
    }
  }

  private void pieces(int[] as, int[] bs, List<Chain.Pair> chain) {
    int a0 = 0;
    int b0 = 0;
    for (int k = 0; k + 1 < chain.size(); k++) {
      Chain.Pair p = chain.get(k);
      Chain.Pair q = chain.get(k + 1);
      if (q.i() == p.i() + 1 && q.j() == p.j() + 1 && clean(as, bs, p, q)) {
        piece(as, a0, q.i(), bs, b0, q.j(), chain);
        a0 = q.i();
        b0 = q.j();
      }
    }
    piece(as, a0, as.length, bs, b0, bs.length, chain);
  }

  /** Whether no words leaked across the joint between two neighbouring pairs. */
  private boolean clean(int[] as, int[] bs, Chain.Pair p, Chain.Pair q) {
    Bag a1 = likeness.bagA(as[p.i()]);
    Bag b1 = likeness.bagB(bs[p.j()]);
    Bag a2 = likeness.bagA(as[q.i()]);
    Bag b2 = likeness.bagB(bs[q.j()]);
    return leak(a1, b1, b2, a2) < 2 * Vocabulary.CONTENT
        && leak(a2, b2, b1, a1) < 2 * Vocabulary.CONTENT;
  }

  /** The weight of words that left one pair and turn up in the other. */
  private static int leak(Bag from, Bag partner, Bag gained, Bag had) {
    return from.without(partner).shared(gained.without(had));
  }

  private void piece(int[] as, int a0, int a1, int[] bs, int b0, int b1, List<Chain.Pair> chain) {
    WordAligner.Run a = run(al.a, as, a0, a1);
    WordAligner.Run b = run(al.b, bs, b0, b1);
    if ((long) a.size() * b.size() <= WordAligner.MAX_CELLS) {
      words.align(a, b, allowed(as, a0, a1, bs, b0, b1), 0);
      return;
    }
    for (Chain.Pair p : chain) {
      if (p.i() >= a0 && p.i() < a1) {
        words.align(
            run(al.a, as, p.i(), p.i() + 1),
            run(al.b, bs, p.j(), p.j() + 1),
            new boolean[][] {{true}},
            0);
      }
    }
  }

  private boolean[][] allowed(int[] as, int a0, int a1, int[] bs, int b0, int b1) {
    boolean[][] allowed = new boolean[a1 - a0][b1 - b0];
    for (int i = a0; i < a1; i++) {
      for (int j = b0; j < b1; j++) {
        allowed[i - a0][j - b0] = likeness.related(as[i], bs[j]);
      }
    }
    for (int i = a0 + 1; i < a1; i++) {
      if (al.a.continues(as[i]) && as[i - 1] == as[i] - 1) {
        share(allowed[i - 1 - a0], allowed[i - a0]);
      }
    }
    for (int j = b0 + 1; j < b1; j++) {
      if (al.b.continues(bs[j]) && bs[j - 1] == bs[j] - 1) {
        for (boolean[] row : allowed) {
          row[j - b0] |= row[j - 1 - b0];
          row[j - 1 - b0] = row[j - b0];
        }
      }
    }
    return allowed;
  }

  /** The pieces of one long sentence may be linked with whatever one of them may be. */
  private static void share(boolean[] row, boolean[] next) {
    for (int j = 0; j < row.length; j++) {
      next[j] |= row[j];
      row[j] = next[j];
    }
  }

  /** The tokens of some sentences in a row. */
  static WordAligner.Run run(Tokens tokens, int[] sentences, int from, int to) {
    int n = 0;
    for (int k = from; k < to; k++) {
      n += tokens.sentenceStart[sentences[k] + 1] - tokens.sentenceStart[sentences[k]];
    }
    int[] ids = new int[n];
    int[] of = new int[n];
    n = 0;
    for (int k = from; k < to; k++) {
      int s = sentences[k];
      for (int t = tokens.sentenceStart[s]; t < tokens.sentenceStart[s + 1]; t++) {
        ids[n] = t;
        of[n++] = k - from;
      }
    }
    return new WordAligner.Run(ids, of);
  }
}
