package stet.stats.estimate;

/**
 * Matrices that are symmetric, positive and zero but for the diagonal and what stands beside it.
 */
final class Chain {
  private Chain() {}

  /**
   * The diagonal of the inverse.
   *
   * @param diagonal at least as long as there are rows
   * @param beside what stands between a row's diagonal and the next one's
   * @param rows how many
   */
  static double[] inverseDiagonal(double[] diagonal, double[] beside, int rows) {
    double[] down = new double[rows];
    double[] up = new double[rows];
    double[] inverse = new double[rows];
    for (int i = 0; i < rows; i++) {
      down[i] = diagonal[i] - (i == 0 ? 0 : beside[i - 1] * beside[i - 1] / down[i - 1]);
    }
    for (int i = rows - 1; i >= 0; i--) {
      up[i] = diagonal[i] - (i == rows - 1 ? 0 : beside[i] * beside[i] / up[i + 1]);
      inverse[i] = 1 / (down[i] + up[i] - diagonal[i]);
    }
    return inverse;
  }
}
