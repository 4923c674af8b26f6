package stet.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which sentences resemble which: bags of words, kept once computed, and a search by rare words.
 */
final class Likeness {
  /** From here on two sentences may be one sentence edited. */
  static final double SIMILAR = 0.34;

  /** A word in more sentences than this finds nothing. */
  private static final int RARE = 6;

  private static final int BEST = 3;

  private final Alignment al;
  private final Vocabulary vocabulary;
  private final Bag[] bagsA;
  private final Bag[] bagsB;

  Likeness(Alignment al, Vocabulary vocabulary) {
    this.al = al;
    this.vocabulary = vocabulary;
    bagsA = new Bag[al.a.sentences()];
    bagsB = new Bag[al.b.sentences()];
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
    Map<Integer, int[]> postings = postings(bs);
    List<Match> found = new ArrayList<>();
    int[] votes = new int[al.b.sentences()];
    for (int s : as) {
      for (int t : elect(s, postings, votes)) {
        double dice = dice(s, t);
        if (dice >= least) {
          found.add(new Match(s, t, dice));
        }
      }
    }
    return found;
  }

  /** New sentences by rare word: number of them first, then their numbers. */
  private Map<Integer, int[]> postings(int[] bs) {
    Map<Integer, int[]> postings = new HashMap<>();
    for (int t : bs) {
      int last = -1;
      for (int id : bagB(t).ids) {
        if (id == last || vocabulary.weight(id) != Vocabulary.CONTENT) {
          continue;
        }
        last = id;
        int[] list = postings.computeIfAbsent(id, k -> new int[RARE + 1]);
        if (++list[0] <= RARE) {
          list[list[0]] = t;
        }
      }
    }
    return postings;
  }

  private int[] elect(int s, Map<Integer, int[]> postings, int[] votes) {
    int[] touched = new int[16];
    int count = 0;
    for (int id : bagA(s).ids) {
      int[] list = postings.get(id);
      if (list == null || list[0] > RARE) {
        continue;
      }
      for (int k = 1; k <= list[0]; k++) {
        int t = list[k];
        if (votes[t] == 0) {
          if (count == touched.length) {
            touched = Arrays.copyOf(touched, count * 2);
          }
          touched[count++] = t;
        }
        votes[t] += 60 / list[0];
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
