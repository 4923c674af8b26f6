package stet.diff;

/**
 * Drops islands: kept words so few, between changes so large, that a reader is better served by one
 * change than by two with a stray word between them.
 */
final class Tidy {
  private static final int BASE = 5;
  private static final double PER_WORD = 1.6;
  private static final int MOST_WORDS = 8;

  private final Alignment al;

  private Tidy(Alignment al) {
    this.al = al;
  }

  static void islands(Alignment al) {
    Tidy tidy = new Tidy(al);
    for (int round = 0; round < 3 && tidy.sweep(); round++) {
      // Two small islands side by side may only show after the first is gone.
    }
  }

  private boolean sweep() {
    boolean changed = false;
    int before = -1;
    int i = 0;
    while (i < al.a.size) {
      if (!al.keptA(i)) {
        i++;
        continue;
      }
      int end = runEnd(i);
      int j = al.toB[i];
      boolean first = i == 0 && j == 0;
      boolean last = end == al.a.size && al.toB[end - 1] == al.b.size - 1;
      if (!first && !last && isIsland(i, end)) {
        for (int k = i; k < end; k++) {
          al.unlink(k);
        }
        changed = true;
      }
      before = end;
      i = end;
    }
    return changed && before >= 0;
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
    int weight = 0;
    int budget = BASE + (int) (PER_WORD * MOST_WORDS) + 1;
    for (int i = begin; i < end; i++) {
      weight += al.a.weight[i];
      if (weight > budget) {
        return false;
      }
    }
    if (crossesLine(begin, end)) {
      return false;
    }
    int left = changeBefore(begin, al.toB[begin]);
    int right = changeAfter(end, al.toB[end - 1] + 1);
    if (left == 0 || right == 0) {
      return false;
    }
    return weight < BASE + PER_WORD * Math.min(Math.min(left, right), MOST_WORDS);
  }

  private boolean crossesLine(int begin, int end) {
    return al.a.line[begin] != al.a.line[end - 1];
  }

  /** Words changed on the larger side directly before a pair, up to the bound. */
  private int changeBefore(int i, int j) {
    int old = 0;
    for (int k = i - 1; k >= 0 && !al.keptA(k) && old < MOST_WORDS; k--) {
      old += al.moveA[k] == 0 && al.a.isWord(k) ? 1 : 0;
    }
    int fresh = 0;
    for (int k = j - 1; k >= 0 && !al.keptB(k) && fresh < MOST_WORDS; k--) {
      fresh += al.moveOfB(k) == 0 && al.b.isWord(k) ? 1 : 0;
    }
    return Math.max(old, fresh);
  }

  private int changeAfter(int i, int j) {
    int old = 0;
    for (int k = i; k < al.a.size && !al.keptA(k) && old < MOST_WORDS; k++) {
      old += al.moveA[k] == 0 && al.a.isWord(k) ? 1 : 0;
    }
    int fresh = 0;
    for (int k = j; k < al.b.size && !al.keptB(k) && fresh < MOST_WORDS; k++) {
      fresh += al.moveOfB(k) == 0 && al.b.isWord(k) ? 1 : 0;
    }
    return Math.max(old, fresh);
  }
}
