package stet.stats.estimate;

/** Solves systems whose matrix is symmetric and positive. */
final class Cholesky {
  private final double[][] lower;

  /**
   * Factors the rows and columns that are named.
   *
   * @param matrix stays as it is
   * @param ridge is added to its diagonal
   */
  Cholesky(double[][] matrix, int[] named, double ridge) {
    int n = named.length;
    lower = new double[n][];
    for (int i = 0; i < n; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double sum = matrix[named[i]][named[j]] + (i == j ? ridge : 0);
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        // What is zero but for rounding is lifted, so that its unknown comes out small.
        lower[i][j] = i == j ? Math.sqrt(Math.max(sum, ridge + 1e-300)) : sum / lower[j][j];
      }
    }
  }

  /** The solution for that right side, which stays as it is. */
  double[] solve(double[] right) {
    int n = lower.length;
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      x[i] /= lower[i][i];
      for (int k = 0; k < i; k++) {
        x[k] -= lower[i][k] * x[i];
      }
    }
    return x;
  }
}
