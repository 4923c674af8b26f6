package stet.diff;

import java.util.HashMap;
import java.util.Map;

/**
 * Words that moved without their sentence: a clause that changed places, a quotation taken into
 * another sentence, the entries of a list. A run that went, found again among what came, once on
 * either side, has moved when it is long enough not to be chance.
 */
final class RunMoves {
  /** Runs are found by this many tokens in a row. */
  private static final int SEED = 4;

  private static final int LEAST_WORDS = 5;

  /** Weight of a run that no chance brought about. */
  private static final int LEAST_WEIGHT = 4 * Vocabulary.CONTENT;

  private static final int AMBIGUOUS = -2;

  private final Alignment al;

  private RunMoves(Alignment al) {
    this.al = al;
  }

  static void find(Alignment al) {
    new RunMoves(al).run();
  }

  private void run() {
    Map<Long, Integer> went = seeds(al.a, al.toB);
    if (went.isEmpty()) {
      return;
    }
    Map<Long, Integer> came = seeds(al.b, al.toA);
    int j = 0;
    while (j < al.b.size) {
      Integer i = free(al.toA, j) ? went.get(seed(al.b, al.toA, j)) : null;
      boolean once = i != null && i >= 0 && came.get(seed(al.b, al.toA, j)) >= 0;
      j = once && free(al.toB, i) ? move(i, j) : j + 1;
    }
  }

  /** Places of every seed among unlinked tokens; {@link #AMBIGUOUS} where there are several. */
  private Map<Long, Integer> seeds(Tokens tokens, int[] partners) {
    Map<Long, Integer> places = new HashMap<>();
    for (int t = 0; t < tokens.size; t++) {
      if (free(partners, t)) {
        long seed = seed(tokens, partners, t);
        if (seed != 0) {
          places.merge(seed, t, (a, b) -> AMBIGUOUS);
        }
      }
    }
    return places;
  }

  private static boolean free(int[] partners, int t) {
    return partners[t] == Alignment.NONE;
  }

  /** A number for the tokens from here on; 0 where they are not all unlinked. */
  private static long seed(Tokens tokens, int[] partners, int from) {
    if (from + SEED > tokens.size) {
      return 0;
    }
    long h = 7;
    for (int t = from; t < from + SEED; t++) {
      if (!free(partners, t)) {
        return 0;
      }
      h = (h ^ tokens.loose[t]) * 0x9E3779B97F4A7C15L;
      h ^= h >>> 31;
    }
    return h == 0 ? 1 : h;
  }

  /** Grows a seed both ways, links it if it is long enough, and returns where to go on. */
  private int move(int i, int j) {
    int back = 0;
    while (matches(i - back - 1, j - back - 1)) {
      back++;
    }
    int length = 0;
    int weight = 0;
    int words = 0;
    while (matches(i - back + length, j - back + length)) {
      int t = i - back + length++;
      weight += al.a.weight[t];
      words += al.a.words(t);
    }
    if (words >= LEAST_WORDS && weight >= LEAST_WEIGHT) {
      int number = al.newMove();
      for (int k = 0; k < length; k++) {
        al.link(i - back + k, j - back + k, number);
      }
    }
    return Math.max(j + 1, j - back + length);
  }

  private boolean matches(int i, int j) {
    return i >= 0
        && j >= 0
        && i < al.a.size
        && j < al.b.size
        && free(al.toB, i)
        && free(al.toA, j)
        && Tokens.same(al.a, i, al.b, j);
  }
}
