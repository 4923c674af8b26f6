package stet.stats.estimate;

/** What is needed of the normal, binomial and Student's distributions for intervals of 95 %. */
final class Distributions {
  /** 97.5 % of a standard normal distribution lie below. */
  static final double Z = 1.959963984540054;

  /** 95 % of a chi-squared distribution with one degree of freedom lie below. */
  static final double CHI_SQUARED = Z * Z;

  /** What lies outside of an interval on either side. */
  static final double TAIL = 0.025;

  private static final int HALVINGS = 60;

  private Distributions() {}

  /**
   * How probable it is that a binomial number is at most that one.
   *
   * @param most negative for none
   * @param trials how many
   * @param chance of each, above 0 and below 1
   */
  static double binomialUpTo(long most, long trials, double chance) {
    if (most < 0) {
      return 0;
    }
    return most >= trials ? 1 : beta(1 - chance, trials - most, most + 1);
  }

  /**
   * 97.5 % of Student's distribution lie below.
   *
   * @param degrees of freedom, positive and not necessarily whole
   */
  static double student(double degrees) {
    double low = 0;
    double high = 1;
    while (studentAbove(high, degrees) > TAIL) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (studentAbove(middle, degrees) > TAIL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double studentAbove(double t, double degrees) {
    return beta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
  }

  /** The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22). */
  static double beta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  /** By Lentz's method as Thompson and Barnett (1986) have it. */
  private static double fraction(double x, double a, double b) {
    double tiny = 1e-300;
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1), tiny);
    double value = d;
    double factor = 0;
    for (int m = 1; m < 100_000 && Math.abs(factor - 1) > 1e-15; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d, tiny);
      c = away(1 + even / c, tiny);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d, tiny);
      c = away(1 + odd / c, tiny);
      factor = d * c;
      value *= factor;
    }
    return value;
  }

  private static double away(double value, double tiny) {
    return Math.abs(value) < tiny ? tiny : value;
  }

  /** By Stirling's series (DLMF 5.11.1), after the argument was raised to where it is exact. */
  static double logGamma(double x) {
    double shift = 0;
    double y = x;
    while (y < 15) {
      shift -= Math.log(y);
      y += 1;
    }
    double inverse = 1 / (y * y);
    double series =
        (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / y;
    return shift + (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series;
  }
}
