package stet.stats.estimate;

/**
 * The score interval for a share (Wilson 1927), which keeps its level where shares are small and
 * units few (Brown, Cai and DasGupta 2001).
 */
final class Wilson {
  private Wilson() {}

  /**
   * The interval.
   *
   * @param share between 0 and 1
   * @param units that it rests on, which need not be a whole number; without any, nothing is known
   */
  static Interval of(double share, double units) {
    if (units <= 0) {
      return new Interval(0, 1);
    }
    double square = Distributions.CHI_SQUARED;
    double middle = (share + square / (2 * units)) / (1 + square / units);
    double half =
        Distributions.Z
            / (1 + square / units)
            * Math.sqrt(share * (1 - share) / units + square / (4 * units * units));
    // Exact at the ends, where the two terms cancel but for rounding.
    double low = share == 0 ? 0 : Math.max(0, middle - half);
    double high = share == 1 ? 1 : Math.min(1, middle + half);
    return new Interval(low, high);
  }
}
