package stet.stats.estimate;

import java.util.OptionalDouble;

/**
 * A quantile with its 95 % interval. What is empty was not reached or is not known.
 *
 * @param value the quantile itself
 * @param low lower end of its interval
 * @param high upper end of its interval
 */
public record Quantile(OptionalDouble value, OptionalDouble low, OptionalDouble high) {
  /** Of which nothing is known. */
  static final Quantile UNKNOWN =
      new Quantile(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
}
