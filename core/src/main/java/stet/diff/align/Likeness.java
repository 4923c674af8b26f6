package stet.diff.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stet.diff.word.Bag;
import stet.diff.word.RareWords;
import stet.diff.word.Vocabulary;

/**
 * Which sentences resemble which: bags of words, kept once computed, and a search by rare words.
 */
public final class Likeness {
  /** From here on two sentences may be one sentence edited. */
  public static final double SIMILAR = 0.34;

  private static final int BEST = 3;

  private final Alignment al;
  private final Vocabulary vocabulary;
  private final Bag[] bagsA;
  private final Bag[] bagsB;
  private final RareWords postings;

  Likeness(Alignment al, Vocabulary vocabulary) {
    this.al = al;
    this.vocabulary = vocabulary;
    bagsA = new Bag[al.a.sentences()];
    bagsB = new Bag[al.b.sentences()];
    postings = new RareWords(vocabulary.size());
  }

  Bag bagA(int s) {
    if (bagsA[s] == null) {
      bagsA[s] = Bag.ofSentence(al.a, s, vocabulary);
    }
    return bagsA[s];
  }

  Bag bagB(int t) {
    if (bagsB[t] == null) {
      bagsB[t] = Bag.ofSentence(al.b, t, vocabulary);
    }
    return bagsB[t];
  }

  double dice(int s, int t) {
    return bagA(s).dice(bagB(t));
  }

  /** Whether words of the two sentences may be linked: one resembles the other or is within it. */
  boolean related(int s, int t) {
    Bag a = bagA(s);
    Bag b = bagB(t);
    int shared = a.shared(b);
    int both = a.weight + b.weight;
    int less = Math.min(a.weight, b.weight);
    return 2 * shared >= SIMILAR * both
        || 10 * shared >= 9 * less
        || (shared >= 2 * Vocabulary.CONTENT && 2 * shared >= less);
  }

  /** A pair of sentences and how alike they are. */
  record Match(int s, int t, double dice) {}

  /**
   * Pairs that share rare words, at most three for each old sentence.
   *
   * @param as old sentences, ascending
   * @param bs new sentences, ascending
   * @param least only pairs at least that alike
   */
  List<Match> byRareWords(int[] as, int[] bs, double least) {
    postings.fill(bs, this::bagB, vocabulary);
    List<Match> found = new ArrayList<>();
    int[] votes = new int[al.b.sentences()];
    for (int s : as) {
      for (int t : elect(s, votes)) {
        double dice = dice(s, t);
        if (dice >= least) {
          found.add(new Match(s, t, dice));
        }
      }
    }
    postings.clear();
    return found;
  }

  private int[] elect(int s, int[] votes) {
    int[] touched = new int[16];
    int count = 0;
    for (int id : bagA(s).ids) {
      int copies = postings.copies(id);
      for (int k = 0; k < copies; k++) {
        int t = postings.get(id, k);
        if (votes[t] == 0) {
          if (count == touched.length) {
            touched = Arrays.copyOf(touched, count * 2);
          }
          touched[count++] = t;
        }
        votes[t] += 60 / copies;
      }
    }
    return best(touched, count, votes);
  }

  private static int[] best(int[] touched, int count, int[] votes) {
    int[] best = new int[Math.min(BEST, count)];
    for (int k = 0; k < best.length; k++) {
      int top = -1;
      for (int c = 0; c < count; c++) {
        int t = touched[c];
        if (votes[t] > 0
            && (top < 0 || votes[t] > votes[top] || (votes[t] == votes[top] && t < top))) {
          top = t;
        }
      }
      best[k] = top;
      votes[top] = -votes[top];
    }
    for (int c = 0; c < count; c++) {
      votes[touched[c]] = 0;
    }
    return best;
  }
}
