package stet.stats.estimate;

import java.util.Arrays;

/**
 * Finds the x without negative entries at which x'Hx/2 - b'x is smallest, by active sets (Lawson
 * and Hanson 1974, chapter 23).
 */
final class Nonnegative {
  private final double[][] matrix;
  private final double[] right;
  private final double ridge;

  /**
   * Of that problem.
   *
   * @param ridge is added to the diagonal of the matrix
   */
  Nonnegative(double[][] matrix, double[] right, double ridge) {
    this.matrix = matrix;
    this.right = right;
    this.ridge = ridge;
  }

  /**
   * The solution, sought from near there.
   *
   * @param start without negative entries
   */
  double[] from(double[] start) {
    double[] x = start.clone();
    boolean[] free = new boolean[x.length];
    for (int k = 0; k < x.length; k++) {
      free[k] = x[k] > 0;
    }
    double least = 1e-13 * Arrays.stream(right).map(Math::abs).max().orElse(0);
    // Each round lowers the value; the bound only guards against rounding.
    for (int round = 0; round < 3 * x.length + 10; round++) {
      settle(x, free);
      int steepest = steepest(x, free, least);
      if (steepest < 0) {
        break;
      }
      free[steepest] = true;
    }
    return x;
  }

  /** Solves for the free entries; those that would become negative are held at zero. */
  private void settle(double[] x, boolean[] free) {
    while (true) {
      int[] named = named(free);
      double[] goal = solve(named);
      double part = 1;
      for (int i = 0; i < named.length; i++) {
        if (goal[i] <= 0) {
          part = Math.min(part, x[named[i]] / (x[named[i]] - goal[i]));
        }
      }
      boolean held = false;
      for (int i = 0; i < named.length; i++) {
        int k = named[i];
        x[k] += part * (goal[i] - x[k]);
        if (goal[i] <= 0 && x[k] <= 1e-15) {
          x[k] = 0;
          free[k] = false;
          held = true;
        }
      }
      if (!held) {
        return;
      }
    }
  }

  private double[] solve(int[] named) {
    double[] side = new double[named.length];
    for (int i = 0; i < named.length; i++) {
      side[i] = right[named[i]];
    }
    return new Cholesky(matrix, named, ridge).solve(side);
  }

  private int steepest(double[] x, boolean[] free, double least) {
    int found = -1;
    double most = least;
    for (int k = 0; k < x.length; k++) {
      if (!free[k]) {
        double slope = right[k];
        for (int l = 0; l < x.length; l++) {
          slope -= matrix[k][l] * x[l];
        }
        if (slope > most) {
          most = slope;
          found = k;
        }
      }
    }
    return found;
  }

  private static int[] named(boolean[] free) {
    int[] named = new int[free.length];
    int count = 0;
    for (int k = 0; k < free.length; k++) {
      if (free[k]) {
        named[count++] = k;
      }
    }
    return Arrays.copyOf(named, count);
  }
}
