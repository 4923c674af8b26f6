package stet.stats.estimate;

import java.util.List;

/** Quantiles of values that are all known, with intervals by order statistics. */
public final class OrderMedian {
  private OrderMedian() {}

  /**
   * The quantile of the values.
   *
   * @param values in any order
   * @param share between 0 and 1; 0.5 for the median
   */
  public static Quantile of(List<Double> values, double share) {
    throw new UnsupportedOperationException();
  }
}
