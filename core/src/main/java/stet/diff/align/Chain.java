package stet.diff.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The heaviest row of pairs that do not cross: what stayed in its order. Pairs that follow their
 * predecessor directly on both sides weigh a little more, so that a run is not broken for a
 * coincidence. Near linear: a Fenwick tree holds the best row ending before each position.
 */
final class Chain {
  /**
   * A candidate: sentence {@code i} of one side is {@code j} of the other, worth {@code weight}.
   */
  record Pair(int i, int j, int weight) {}

  private static final int ADJACENT = 3;

  private final List<Pair> pairs;
  private final int[] value;
  private final int[] back;
  private final int[] best;

  private Chain(List<Pair> pairs, int width) {
    this.pairs = pairs;
    value = new int[pairs.size()];
    back = new int[pairs.size()];
    best = new int[width + 2];
    Arrays.fill(best, -1);
  }

  /**
   * The chain, ascending.
   *
   * @param pairs ascending by {@code i}, and by descending {@code j} within one {@code i}
   * @param width greater than every {@code j}
   */
  static List<Pair> heaviest(List<Pair> pairs, int width) {
    return new Chain(pairs, width).solve();
  }

  private List<Pair> solve() {
    int top = -1;
    int rowBegin = 0;
    int previousRow = 0;
    for (int k = 0; k < pairs.size(); k++) {
      Pair p = pairs.get(k);
      if (k > 0 && p.i != pairs.get(k - 1).i) {
        previousRow = rowBegin;
        rowBegin = k;
      }
      extend(k, p, previousRow, rowBegin);
      if (top < 0 || value[k] > value[top]) {
        top = k;
      }
    }
    List<Pair> chain = new ArrayList<>();
    for (int k = top; k >= 0; k = back[k]) {
      chain.add(pairs.get(k));
    }
    Collections.reverse(chain);
    return chain;
  }

  private void extend(int k, Pair p, int previousRow, int rowBegin) {
    int from = query(p.j);
    value[k] = p.weight + (from < 0 ? 0 : value[from]);
    back[k] = from;
    for (int q = previousRow; q < rowBegin; q++) {
      Pair before = pairs.get(q);
      boolean follows = before.i + 1 == p.i && before.j + 1 == p.j;
      if (follows && value[q] + p.weight + ADJACENT > value[k]) {
        value[k] = value[q] + p.weight + ADJACENT;
        back[k] = q;
      }
    }
    update(p.j, k);
  }

  /** The best candidate ending at a position below {@code j}. */
  private int query(int j) {
    int found = -1;
    for (int x = j; x > 0; x -= x & -x) {
      if (best[x] >= 0 && (found < 0 || value[best[x]] > value[found])) {
        found = best[x];
      }
    }
    return found;
  }

  private void update(int j, int k) {
    for (int x = j + 1; x < best.length; x += x & -x) {
      if (best[x] < 0 || value[k] > value[best[x]]) {
        best[x] = k;
      }
    }
  }
}
