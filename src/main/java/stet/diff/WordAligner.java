package stet.diff;

/**
 * Aligns the words of two short runs so that the weight of what is kept, less a price for every
 * change, is greatest. The price makes one longer change better than two with a stray word between
 * them. An affine-gap dynamic programme in the manner of Gotoh (J. Mol. Biol. 162, 1982), with two
 * states: the last words matched, or a change is open.
 */
final class WordAligner {
  /** Above this many cells the caller must cut the work into smaller pieces. */
  static final int MAX_CELLS = 600_000;

  private static final int PRICE = 1;
  private static final int MINUS_INFINITY = Integer.MIN_VALUE / 4;

  private static final byte FROM_GAP = 1;
  private static final byte GAP_LEFT = 2;
  private static final byte GAP_OPENS = 4;

  private final Alignment al;
  private byte[] trace = new byte[1 << 12];
  private int[] match = new int[64];
  private int[] gap = new int[64];

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
    if (endA > begin && endB > begin) {
      int n = endA - begin;
      int m = endB - begin;
      fill(a, b, begin, n, m, allowed);
      follow(a, b, begin, n, m, move);
    }
  }

  private boolean matches(Run a, int i, Run b, int j, boolean[][] allowed) {
    return Tokens.same(al.a, a.tokens[i], al.b, b.tokens[j])
        && allowed[a.sentences[i]][b.sentences[j]];
  }

  private void fill(Run a, Run b, int begin, int n, int m, boolean[][] allowed) {
    reserve(n, m);
    match[0] = 0;
    gap[0] = MINUS_INFINITY;
    for (int j = 1; j <= m; j++) {
      match[j] = MINUS_INFINITY;
      gap[j] = -PRICE;
      trace[j] = j == 1 ? GAP_LEFT | GAP_OPENS : GAP_LEFT;
    }
    for (int i = 1; i <= n; i++) {
      int diagonalMatch = match[0];
      int diagonalGap = gap[0];
      int row = i * (m + 1);
      match[0] = MINUS_INFINITY;
      gap[0] = -PRICE;
      trace[row] = i == 1 ? GAP_OPENS : 0;
      for (int j = 1; j <= m; j++) {
        int upMatch = match[j];
        int upGap = gap[j];
        byte t = 0;
        if (matches(a, begin + i - 1, b, begin + j - 1, allowed)) {
          t = diagonalGap > diagonalMatch ? FROM_GAP : 0;
          match[j] = Math.max(diagonalMatch, diagonalGap) + al.a.weight[a.tokens[begin + i - 1]];
        } else {
          match[j] = MINUS_INFINITY;
        }
        trace[row + j] = (byte) (t | openGap(j, upMatch, upGap));
        diagonalMatch = upMatch;
        diagonalGap = upGap;
      }
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

  private void follow(Run a, Run b, int begin, int n, int m, int move) {
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
        al.link(a.tokens[begin + --i], b.tokens[begin + --j], move);
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
    }
  }
}
