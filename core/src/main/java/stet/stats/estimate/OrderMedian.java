package stet.stats.estimate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Quantiles of independent values that are all known. The ends of an interval are values, too:
 * those between which the quantile lies with at least 95 %, whatever the distribution, by the
 * binomial distribution of how many values lie below it.
 */
public final class OrderMedian {
  private OrderMedian() {}

  /**
   * The quantile of the values: the smallest one that has at least that share at or below it, so
   * that it is one of them. Empty where there are so few that not even all of them would make an
   * interval on either side ({@link #fewest}); an end alone is empty where only that side lacks
   * values.
   *
   * @param values in any order
   * @param share between 0 and 1, neither of them; 0.5 for the median
   */
  public static Quantile of(List<Double> values, double share) {
    requireShare(share);
    List<Double> sorted = values.stream().sorted().toList();
    int count = sorted.size();
    if (count == 0 || count < Math.min(fewestBelow(share), fewestBelow(1 - share))) {
      return Quantile.UNKNOWN;
    }
    long low = lowRank(count, share);
    long high = count + 1 - lowRank(count, 1 - share);
    int middle = (int) Math.max(1, Math.ceil(count * share - 1e-9));
    return new Quantile(
        OptionalDouble.of(sorted.get(middle - 1)),
        low < 1 ? OptionalDouble.empty() : OptionalDouble.of(sorted.get((int) low - 1)),
        high > count ? OptionalDouble.empty() : OptionalDouble.of(sorted.get((int) high - 1)));
  }

  /**
   * How many values it takes for both ends of an interval: six for the median.
   *
   * @param share between 0 and 1, neither of them
   */
  public static int fewest(double share) {
    requireShare(share);
    return Math.max(fewestBelow(share), fewestBelow(1 - share));
  }

  /**
   * How probable it is that the interval among so many values holds the quantile, at least, where
   * it has both ends: somewhat more than 95 %, since ranks are whole numbers.
   *
   * @param count how many values
   * @param share between 0 and 1, neither of them
   */
  public static OptionalDouble coverage(int count, double share) {
    requireShare(share);
    long low = lowRank(count, share);
    long high = count + 1 - lowRank(count, 1 - share);
    if (low < 1 || high > count) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        Distributions.binomialUpTo(high - 1, count, share)
            - Distributions.binomialUpTo(low - 1, count, share));
  }

  /** The highest rank whose value lies above the quantile with at most 2.5 %; zero for none. */
  private static long lowRank(int count, double share) {
    long low = 0;
    long high = count;
    while (low < high) {
      long middle = (low + high + 1) / 2;
      if (Distributions.binomialUpTo(middle - 1, count, share) <= Distributions.TAIL) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static int fewestBelow(double share) {
    return (int) Math.ceil(Math.log(Distributions.TAIL) / Math.log1p(-share));
  }

  private static void requireShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("no share between 0 and 1: " + share);
    }
  }
}
