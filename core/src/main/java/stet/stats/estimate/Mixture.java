package stet.stats.estimate;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What observations say of masses that lie in a row of cells: each observation covers a stretch of
 * cells, of the first and the last of them perhaps only a part. Its probability is the mass that it
 * covers, so the logarithm of the likelihood is concave in the masses.
 *
 * <p>Written by means of sums of masses up to a cell, each observation touches at most four of
 * them; this is why a step costs little however many cells an observation covers.
 */
final class Mixture {
  private final int cells;
  private final int[] first;
  private final int[] last;
  private final double[] before;
  private final double[] within;
  private final double[] weights;
  private final double total;

  /**
   * Of as many observations as the arrays are long.
   *
   * @param cells how many
   * @param first the first cell that each observation covers
   * @param last the last one
   * @param before the part of the first cell that lies before what is covered, less than 1
   * @param within the part of the last cell up to where the cover ends, more than 0
   * @param weights how often each was observed
   */
  Mixture(int cells, int[] first, int[] last, double[] before, double[] within, double[] weights) {
    this.cells = cells;
    this.first = first;
    this.last = last;
    this.before = before;
    this.within = within;
    this.weights = weights;
    this.total = Arrays.stream(weights).sum();
  }

  /** Of observations that cover whole cells. */
  static Mixture ofWholeCells(int cells, int[] first, int[] last, double[] weights) {
    double[] all = new double[first.length];
    Arrays.fill(all, 1);
    return new Mixture(cells, first, last, new double[first.length], all, weights);
  }

  int cells() {
    return cells;
  }

  /** The sum of the weights. */
  double total() {
    return total;
  }

  /**
   * The same observations where all other cells are without mass.
   *
   * @param kept cells in order, with at least one within what each observation covers
   */
  Mixture among(int[] kept) {
    int[] from = new int[first.length];
    int[] to = new int[first.length];
    for (int j = 0; j < first.length; j++) {
      int low = Arrays.binarySearch(kept, first[j]);
      int high = Arrays.binarySearch(kept, last[j]);
      from[j] = low >= 0 ? low : -low - 1;
      to[j] = high >= 0 ? high : -high - 2;
    }
    return ofWholeCells(kept.length, from, to, weights);
  }

  /** Few cells of which each observation covers one. */
  int[] needed() {
    Integer[] order = new Integer[first.length];
    Arrays.setAll(order, j -> j);
    Arrays.sort(order, Comparator.comparingInt(j -> last[j]));
    int[] needed = new int[first.length];
    int count = 0;
    for (int j : order) {
      if (count == 0 || needed[count - 1] < first[j]) {
        needed[count++] = last[j];
      }
    }
    return Arrays.copyOf(needed, count);
  }

  /**
   * The product-limit estimate (Kaplan and Meier 1958) of masses, each event put into the last cell
   * that it may lie in: the best masses where events are exact, else a place to start from.
   */
  double[] productLimit() {
    double[] events = new double[cells];
    double[] leaving = new double[cells + 1];
    for (int j = 0; j < first.length; j++) {
      boolean still = last[j] == cells - 1 && first[j] < last[j];
      events[last[j]] += still ? 0 : weights[j];
      leaving[still ? first[j] : last[j] + 1] += weights[j];
    }
    double[] masses = new double[cells];
    double surviving = 1;
    double watched = total;
    for (int k = 0; k < cells; k++) {
      watched -= leaving[k];
      double dying = k == cells - 1 || watched <= 0 ? 1 : events[k] / watched;
      masses[k] = surviving * dying;
      surviving -= masses[k];
    }
    return masses;
  }

  /** How probable each observation is. */
  double[] probabilities(double[] masses) {
    double[] upTo = new double[cells + 1];
    for (int k = 0; k < cells; k++) {
      upTo[k + 1] = upTo[k] + masses[k];
    }
    double[] probabilities = new double[first.length];
    for (int j = 0; j < first.length; j++) {
      int a = first[j];
      int b = last[j];
      probabilities[j] =
          a == b
              ? (within[j] - before[j]) * masses[a]
              : (1 - before[j]) * masses[a] + (upTo[b] - upTo[a + 1]) + within[j] * masses[b];
    }
    return probabilities;
  }

  /** The logarithm of the likelihood; minus infinity where an observation were impossible. */
  double logLikelihood(double[] probabilities) {
    double sum = 0;
    for (int j = 0; j < first.length; j++) {
      if (probabilities[j] <= 0) {
        return Double.NEGATIVE_INFINITY;
      }
      sum += weights[j] * Math.log(probabilities[j]);
    }
    return sum;
  }

  /** How much the logarithm of the likelihood grows with the mass of each cell. */
  double[] gradient(double[] probabilities) {
    double[] steps = new double[cells + 1];
    double[] ends = new double[cells];
    for (int j = 0; j < first.length; j++) {
      double ratio = weights[j] / probabilities[j];
      steps[first[j]] += ratio;
      steps[last[j] + 1] -= ratio;
      ends[first[j]] -= before[j] * ratio;
      ends[last[j]] -= (1 - within[j]) * ratio;
    }
    double level = 0;
    for (int k = 0; k < cells; k++) {
      level += steps[k];
      ends[k] += level;
    }
    return ends;
  }

  /** The curvature, with its sign turned, in the masses of the cells. */
  double[][] information(double[] probabilities) {
    double[][] matrix = ofSums(probabilities);
    for (int i = cells - 1; i >= 0; i--) {
      for (int j = cells - 1; j >= 0; j--) {
        double right = j + 1 < cells ? matrix[i][j + 1] : 0;
        double below = i + 1 < cells ? matrix[i + 1][j] : 0;
        double both = i + 1 < cells && j + 1 < cells ? matrix[i + 1][j + 1] : 0;
        matrix[i][j] += right + below - both;
      }
    }
    return matrix;
  }

  /** The curvature, with its sign turned, in the sums of masses up to and with each cell. */
  double[][] ofSums(double[] probabilities) {
    double[][] matrix = new double[cells][cells];
    int[] at = new int[4];
    double[] by = new double[4];
    for (int j = 0; j < first.length; j++) {
      double scale = weights[j] / (probabilities[j] * probabilities[j]);
      touched(j, at, by);
      for (int r = 0; r < 4; r++) {
        for (int c = 0; c < 4; c++) {
          if (by[r] != 0 && by[c] != 0) {
            matrix[at[r]][at[c]] += scale * by[r] * by[c];
          }
        }
      }
    }
    return matrix;
  }

  /** The sums that an observation's probability is made of, and by how much each counts. */
  private void touched(int j, int[] at, double[] by) {
    at[0] = last[j];
    by[0] = within[j];
    at[1] = Math.max(0, last[j] - 1);
    by[1] = last[j] == 0 ? 0 : 1 - within[j];
    at[2] = first[j];
    by[2] = -before[j];
    at[3] = Math.max(0, first[j] - 1);
    by[3] = first[j] == 0 ? 0 : before[j] - 1;
  }

  /** Whether no observation links sums that are not neighbours, but for the first and the last. */
  boolean isChain() {
    for (int j = 0; j < first.length; j++) {
      boolean whole = before[j] == 0 && within[j] == 1;
      if (!whole || first[j] > 0 && last[j] < cells - 1 && first[j] != last[j]) {
        return false;
      }
    }
    return true;
  }

  /** The diagonal of {@link #ofSums} and what stands beside it, for a chain. */
  double[][] chainOfSums(double[] probabilities) {
    double[] diagonal = new double[cells];
    double[] beside = new double[cells];
    for (int j = 0; j < first.length; j++) {
      double scale = weights[j] / (probabilities[j] * probabilities[j]);
      diagonal[last[j]] += scale;
      if (first[j] > 0) {
        diagonal[first[j] - 1] += scale;
        if (first[j] == last[j]) {
          beside[first[j] - 1] -= scale;
        }
      }
    }
    return new double[][] {diagonal, beside};
  }
}
