package stet.diff.align;

import java.util.BitSet;
import stet.diff.word.Tokens;
import stet.diff.word.Vocabulary;

/**
 * Words that moved without their sentence: a clause that changed places, a quotation taken into
 * another sentence, the entries of a list. A run that went, found again among what came, once on
 * either side, has moved when it is long enough not to be chance.
 */
final class RunMoves {
  /** Runs are found by this many tokens in a row. */
  private static final int SEED = 4;

  private static final int LEAST_WORDS = 5;

  /** A run that is a whole line at one of its ends has moved from so many words on. */
  private static final int LEAST_WORDS_OF_LINE = 3;

  /** Weight of a run that no chance brought about. */
  private static final int LEAST_WEIGHT = 4 * Vocabulary.CONTENT;

  private final Alignment al;

  private RunMoves(Alignment al) {
    this.al = al;
  }

  static void find(Alignment al) {
    new RunMoves(al).run();
  }

  private void run() {
    long[] went = seeds(al.a, al.toB, words(al.b, al.toA));
    SeedTable table = SeedTable.of(went);
    if (table.isEmpty()) {
      return;
    }
    long[] came = seeds(al.b, al.toA, words(al.a, al.toB));
    for (long seed : came) {
      table.meet(seed);
    }
    int j = 0;
    while (j < al.b.size) {
      int i = free(al.toA, j) ? table.onlyPlace(came[j]) : Alignment.NONE;
      j = i >= 0 && free(al.toB, i) ? move(i, j) : j + 1;
    }
  }

  private static boolean free(int[] partners, int t) {
    return partners[t] == Alignment.NONE;
  }

  /** The words among the unlinked tokens: a seed with any other word finds nothing. */
  private static BitSet words(Tokens tokens, int[] partners) {
    BitSet words = new BitSet();
    for (int t = 0; t < tokens.size; t++) {
      if (free(partners, t)) {
        words.set(tokens.loose[t]);
      }
    }
    return words;
  }

  /** A number for the tokens from each on; 0 where they are not all unlinked and known. */
  private static long[] seeds(Tokens tokens, int[] partners, BitSet known) {
    long[] seeds = new long[tokens.size];
    int row = 0;
    for (int t = 0; t < tokens.size; t++) {
      row = free(partners, t) && known.get(tokens.loose[t]) ? row + 1 : 0;
      if (row >= SEED) {
        seeds[t - SEED + 1] = seed(tokens, t - SEED + 1);
      }
    }
    return seeds;
  }

  private static long seed(Tokens tokens, int from) {
    long h = 7;
    for (int t = from; t < from + SEED; t++) {
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
    boolean large = words >= LEAST_WORDS && weight >= LEAST_WEIGHT;
    boolean line =
        words >= LEAST_WORDS_OF_LINE
            && hasLetters(i - back, length)
            && (isLine(al.a, i - back, length) || isLine(al.b, j - back, length));
    if (large || line) {
      int number = al.newMove();
      for (int k = 0; k < length; k++) {
        al.link(i - back + k, j - back + k, number);
      }
    }
    return Math.max(j + 1, j - back + length);
  }

  /** Whether two words at least are not numbers: dates come and go in every table. */
  private boolean hasLetters(int from, int length) {
    int words = 0;
    for (int t = from; t < from + length; t++) {
      words += Character.isLetter(al.a.text.codePointAt(al.a.start[t])) ? 1 : 0;
    }
    return words >= 2;
  }

  private static boolean isLine(Tokens tokens, int from, int length) {
    int to = from + length;
    return (from == 0 || tokens.line[from - 1] != tokens.line[from])
        && (to == tokens.size || tokens.line[to] != tokens.line[to - 1])
        && tokens.line[from] == tokens.line[to - 1];
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
