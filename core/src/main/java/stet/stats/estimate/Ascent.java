package stet.stats.estimate;

import java.util.Arrays;

/**
 * Finds the masses under which observations are most probable, perhaps tilted towards some cells:
 * it raises the logarithm of the likelihood less the sum of each mass times its price. Where every
 * price is the number of observations this is the maximum likelihood under masses that sum to 1.
 *
 * <p>A few steps of expectation and maximisation (Turnbull 1976), then Newton's steps among masses
 * without negative ones (Wang 2007). The end is proven and no resting place: since the likelihood
 * is concave, no masses whatever are better by more than the steepest gradient allows (the
 * Kuhn-Tucker conditions of Gentleman and Geyer 1994).
 */
final class Ascent {
  private static final int MOST_STEPS = 200;
  private static final int FIRST_STEPS = 5;
  private static final int HALVINGS = 40;

  private final Mixture mixture;
  private final double[] prices;

  Ascent(Mixture mixture, double[] prices) {
    this.mixture = mixture;
    this.prices = prices;
  }

  /** Without a tilt. */
  Ascent(Mixture mixture) {
    this(mixture, new double[mixture.cells()]);
    Arrays.fill(prices, mixture.total());
  }

  /**
   * Where the ascent ends.
   *
   * @param masses times prices sum to the number of observations
   * @param logLikelihood of the observations under the masses
   * @param gap by which the best masses could be better at most, in logarithms of the likelihood
   */
  record Summit(double[] masses, double logLikelihood, double gap) {}

  /** What gap is taken for none: it moves no estimate by a thousandth of its standard error. */
  double tolerance() {
    return 1e-9 + 1e-12 * mixture.total();
  }

  /**
   * The best masses, sought from near there.
   *
   * @param start under which no observation is impossible
   */
  Summit from(double[] start) {
    return within(start, tolerance(), MOST_STEPS);
  }

  /** The same, but for a gap that may be larger. */
  Summit within(double[] start, double gap) {
    return within(start, gap, MOST_STEPS);
  }

  /** The same with so many steps at most. */
  Summit within(double[] start, double gap, int steps) {
    Summit here = summit(fitting(start));
    for (int step = 0; step < steps && here.gap > gap; step++) {
      Summit next = newton(here);
      if (next.logLikelihood <= here.logLikelihood && next.gap >= here.gap) {
        // Rounding leaves no better place to be found.
        break;
      }
      here = next;
    }
    return here;
  }

  /** From masses that are all alike. */
  Summit climb() {
    double[] even = new double[mixture.cells()];
    Arrays.fill(even, 1.0 / even.length);
    return from(slowly(even, FIRST_STEPS).masses);
  }

  /** By expectation and maximisation alone, which needs little of each step and many steps. */
  Summit slowly(double[] start, int steps) {
    Summit here = summit(fitting(start));
    for (int step = 0; step < steps && here.gap > tolerance(); step++) {
      here = summit(expected(here.masses));
    }
    return here;
  }

  Summit summit(double[] masses) {
    double[] probabilities = mixture.probabilities(masses);
    double[] gradient = mixture.gradient(probabilities);
    double most = 0;
    for (int k = 0; k < masses.length; k++) {
      most = Math.max(most, gradient[k] / prices[k]);
    }
    double gap = Math.max(0, mixture.total() * (most - 1));
    return new Summit(masses, mixture.logLikelihood(probabilities), gap);
  }

  private double[] expected(double[] masses) {
    double[] gradient = mixture.gradient(mixture.probabilities(masses));
    double[] next = new double[masses.length];
    for (int k = 0; k < masses.length; k++) {
      next[k] = masses[k] * gradient[k] / prices[k];
    }
    return fitting(next);
  }

  private Summit newton(Summit here) {
    double[] probabilities = mixture.probabilities(here.masses);
    double[] gradient = mixture.gradient(probabilities);
    double[][] information = mixture.information(probabilities);
    double ridge = 0;
    for (int k = 0; k < gradient.length; k++) {
      ridge = Math.max(ridge, 1e-12 * information[k][k]);
    }
    double[] right = new double[gradient.length];
    for (int k = 0; k < right.length; k++) {
      right[k] = 2 * gradient[k] - prices[k] + ridge * here.masses[k];
    }
    double[] goal = new Nonnegative(information, right, ridge).from(here.masses);
    return along(here, goal);
  }

  /** As far towards the goal as it goes up. */
  private Summit along(Summit here, double[] goal) {
    double part = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double[] masses = new double[goal.length];
      for (int k = 0; k < goal.length; k++) {
        masses[k] = part == 1 ? goal[k] : here.masses[k] + part * (goal[k] - here.masses[k]);
      }
      Summit there = summit(fitting(masses));
      boolean certain = there.gap <= here.gap && there.gap < 1e-3;
      if (there.logLikelihood > here.logLikelihood || certain) {
        return there;
      }
      part /= 2;
    }
    return here;
  }

  /** Scaled to where the likelihood is highest along the ray. */
  private double[] fitting(double[] masses) {
    double cost = 0;
    for (int k = 0; k < masses.length; k++) {
      cost += masses[k] * prices[k];
    }
    double[] scaled = new double[masses.length];
    for (int k = 0; k < masses.length; k++) {
      scaled[k] = masses[k] * mixture.total() / cost;
    }
    return scaled;
  }
}
