package stet.diff.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.diff.word.Tokens;

/**
 * Aligns the words of two short runs so that the weight of what is kept, less a price for every
 * change, is greatest. The price makes one longer change better than two with a stray word between
 * them. An affine-gap dynamic programme in the manner of Gotoh (J. Mol. Biol. 162, 1982), with two
 * states: the last words matched, or a change is open.
 */
final class WordAligner {
  /** Above this many cells the caller must cut the work into smaller pieces. */
  static final int MAX_CELLS = 200_000;

  /** Above this many cells words that are there once on each side are linked first. */
  private static final int ANCHORED = 4_000;

  private static final int PRICE = 1;
  private static final int MINUS_INFINITY = Integer.MIN_VALUE / 4;

  private static final byte FROM_GAP = 1;
  private static final byte GAP_LEFT = 2;
  private static final byte GAP_OPENS = 4;

  private final Alignment al;
  private byte[] trace = new byte[1 << 12];
  private int[] match = new int[64];
  private int[] gap = new int[64];
  private int[] exact = new int[64];
  private int[] loose = new int[64];
  private int[] sentence = new int[64];
  private boolean[] opens = new boolean[64];

  WordAligner(Alignment al) {
    this.al = al;
  }

  /** Some tokens of either text, each with the number of the sentence it stands in. */
  record Run(int[] tokens, int[] sentences) {
    int size() {
      return tokens.length;
    }
  }

  /**
   * Links the words of two runs.
   *
   * @param allowed by sentence of the old run and of the new: whether their words may be linked
   * @param move number of the move, 0 for in place
   */
  void align(Run a, Run b, boolean[][] allowed, int move) {
    int begin = 0;
    while (begin < Math.min(a.size(), b.size()) && matches(a, begin, b, begin, allowed)) {
      al.link(a.tokens[begin], b.tokens[begin], move);
      begin++;
    }
    int endA = a.size();
    int endB = b.size();
    while (endA > begin && endB > begin && matches(a, endA - 1, b, endB - 1, allowed)) {
      al.link(a.tokens[--endA], b.tokens[--endB], move);
    }
    middle(a, begin, endA, b, begin, endB, allowed, move);
  }

  /**
   * Aligns parts of two runs, larger ones piecewise between words that are there once on each side.
   */
  private void middle(Run a, int a0, int a1, Run b, int b0, int b1, boolean[][] allowed, int move) {
    long cells = (long) (a1 - a0) * (b1 - b0);
    if (cells == 0) {
      return;
    }
    List<Chain.Pair> anchors =
        cells > ANCHORED ? anchors(a, a0, a1, b, b0, b1, allowed) : List.of();
    int i = a0;
    int j = b0;
    for (Chain.Pair p : anchors) {
      piece(a, i, a0 + p.i(), b, j, b0 + p.j(), allowed, move);
      al.link(a.tokens[a0 + p.i()], b.tokens[b0 + p.j()], move);
      i = a0 + p.i() + 1;
      j = b0 + p.j() + 1;
    }
    piece(a, i, a1, b, j, b1, allowed, move);
  }

  private void piece(Run a, int a0, int a1, Run b, int b0, int b1, boolean[][] allowed, int move) {
    if (a1 > a0 && b1 > b0) {
      fill(a, a0, a1 - a0, b, b0, b1 - b0, allowed);
      follow(a, a0, a1 - a0, b, b0, b1 - b0, move);
    }
  }

  /** Pairs of neighbouring words that either side has once, in their heaviest order. */
  private List<Chain.Pair> anchors(
      Run a, int a0, int a1, Run b, int b0, int b1, boolean[][] allowed) {
    Map<Long, Integer> inB = pairs(al.b, b, b0, b1);
    Map<Long, Integer> inA = pairs(al.a, a, a0, a1);
    List<Chain.Pair> found = new ArrayList<>();
    for (int i = a0; i + 1 < a1; i++) {
      long key = pair(al.a, a, i);
      Integer j = inB.get(key);
      if (j != null && j >= 0 && inA.getOrDefault(key, -1) == i && matches(a, i, b, j, allowed)) {
        int weight = al.a.weight[a.tokens[i]] + al.a.weight[a.tokens[i + 1]];
        found.add(new Chain.Pair(i - a0, j - b0, weight));
      }
    }
    return Chain.heaviest(found, b1 - b0 + 1);
  }

  private static Map<Long, Integer> pairs(Tokens tokens, Run run, int from, int to) {
    Map<Long, Integer> places = new HashMap<>();
    for (int t = from; t + 1 < to; t++) {
      places.merge(pair(tokens, run, t), t, (x, y) -> -1);
    }
    return places;
  }

  private static long pair(Tokens tokens, Run run, int at) {
    return ((long) tokens.loose[run.tokens[at]] << 32) | tokens.loose[run.tokens[at + 1]];
  }

  /** The columns of the programme, copied together: nearly all the time is spent on them. */
  private void columns(Run b, int begin, int m) {
    for (int j = 0; j < m; j++) {
      int t = b.tokens[begin + j];
      exact[j] = al.b.exact[t];
      loose[j] = al.b.loose[t];
      opens[j] = al.b.opens(t);
      sentence[j] = b.sentences[begin + j];
    }
  }

  private boolean matches(Run a, int i, Run b, int j, boolean[][] allowed) {
    return Tokens.same(al.a, a.tokens[i], al.b, b.tokens[j])
        && allowed[a.sentences[i]][b.sentences[j]];
  }

  private void fill(Run a, int a0, int n, Run b, int b0, int m, boolean[][] allowed) {
    reserve(n, m);
    match[0] = 0;
    gap[0] = MINUS_INFINITY;
    for (int j = 1; j <= m; j++) {
      match[j] = MINUS_INFINITY;
      gap[j] = -PRICE;
      trace[j] = j == 1 ? GAP_LEFT | GAP_OPENS : GAP_LEFT;
    }
    columns(b, b0, m);
    for (int i = 1; i <= n; i++) {
      row(a.tokens[a0 + i - 1], i * (m + 1), m, allowed[a.sentences[a0 + i - 1]]);
      trace[i * (m + 1)] = i == 1 ? GAP_OPENS : 0;
    }
  }

  private void row(int token, int row, int m, boolean[] allowed) {
    int key = al.a.exact[token];
    int looseKey = al.a.loose[token];
    int weight = al.a.weight[token];
    boolean opening = al.a.opens(token);
    int diagonalMatch = match[0];
    int diagonalGap = gap[0];
    match[0] = MINUS_INFINITY;
    gap[0] = -PRICE;
    for (int j = 1; j <= m; j++) {
      int upMatch = match[j];
      int upGap = gap[j];
      byte t = openGap(j, upMatch, upGap);
      boolean same = exact[j - 1] == key || (loose[j - 1] == looseKey && (opening || opens[j - 1]));
      if (same && allowed[sentence[j - 1]]) {
        t |= diagonalGap > diagonalMatch ? FROM_GAP : 0;
        match[j] = Math.max(diagonalMatch, diagonalGap) + weight;
      } else {
        match[j] = MINUS_INFINITY;
      }
      trace[row + j] = t;
      diagonalMatch = upMatch;
      diagonalGap = upGap;
    }
  }

  /** Sets the best value of an open change at column {@code j} and tells how it came about. */
  private byte openGap(int j, int upMatch, int upGap) {
    int best = upGap;
    byte t = 0;
    if (gap[j - 1] > best) {
      best = gap[j - 1];
      t = GAP_LEFT;
    }
    if (upMatch - PRICE > best) {
      best = upMatch - PRICE;
      t = GAP_OPENS;
    }
    if (match[j - 1] - PRICE > best) {
      best = match[j - 1] - PRICE;
      t = GAP_LEFT | GAP_OPENS;
    }
    gap[j] = best;
    return t;
  }

  private void follow(Run a, int a0, int n, Run b, int b0, int m, int move) {
    int i = n;
    int j = m;
    boolean inGap = gap[m] > match[m];
    while (i > 0 || j > 0) {
      byte t = trace[i * (m + 1) + j];
      if (inGap) {
        inGap = (t & GAP_OPENS) == 0;
        if ((t & GAP_LEFT) != 0) {
          j--;
        } else {
          i--;
        }
      } else {
        al.link(a.tokens[a0 + --i], b.tokens[b0 + --j], move);
        inGap = (t & FROM_GAP) != 0;
      }
    }
  }

  private void reserve(int n, int m) {
    if (trace.length < (n + 1) * (m + 1)) {
      trace = new byte[Math.max((n + 1) * (m + 1), trace.length * 2)];
    }
    if (match.length <= m) {
      match = new int[m * 2];
      gap = new int[m * 2];
      exact = new int[m * 2];
      loose = new int[m * 2];
      sentence = new int[m * 2];
      opens = new boolean[m * 2];
    }
  }
}
