package stet.stats.estimate;

import java.util.Arrays;

/**
 * Likelihood-ratio intervals for a share of the mass (Thomas and Grunkemeier 1975; Murphy and van
 * der Vaart 2000): those values under which the observations are less probable than under the best
 * masses by no more than chance allows. They need no variance, keep within 0 and 1, and count what
 * cells without mass might hold, too.
 *
 * <p>Best masses under a given share are found by a price on the mass that counts towards it. As
 * the price rises from none to all, the share runs through all its values.
 */
final class Profile {
  /** Where nobody or everybody has reached an age: what makes the exact binomial limit. */
  private static final double AT_END = -2 * Math.log(Distributions.TAIL);

  private static final double NONE = 1e-9;
  private static final double LAST_TURN = 1 - 1e-7;
  private static final double CLOSE = 3e-3;
  private static final double GAP = 1e-3;
  private static final int MOST_TURNS = 40;

  private final Mixture mixture;
  private final Ascent.Summit best;

  Profile(Mixture mixture, Ascent.Summit best) {
    this.mixture = mixture;
    this.best = best;
  }

  /** The share under the best masses. */
  double share(double[] parts) {
    return share(best.masses(), parts);
  }

  /**
   * The lower end of the interval.
   *
   * @param parts which part of each cell's mass counts, from 0 to 1
   */
  double low(double[] parts) {
    double share = share(parts);
    if (share <= NONE) {
      return 0;
    }
    double limit = share >= 1 - NONE ? AT_END : Distributions.CHI_SQUARED;
    return end(parts, share, 1 / share, limit);
  }

  /** The upper end. */
  double high(double[] parts) {
    double share = share(parts);
    boolean nothing = Arrays.stream(parts).allMatch(part -> part == 0);
    if (nothing || share >= 1 - NONE) {
      return nothing ? 0 : 1;
    }
    double limit = share <= NONE ? AT_END : Distributions.CHI_SQUARED;
    return end(parts, share, -1 / (1 - share), limit);
  }

  private static double share(double[] masses, double[] parts) {
    double sum = 0;
    for (int k = 0; k < masses.length; k++) {
      sum += masses[k] * parts[k];
    }
    return Math.min(1, sum);
  }

  /**
   * Seeks the price at which the root of the ratio meets the limit's. The root is nearly in
   * proportion to the price, so a few turns do.
   */
  private double end(double[] parts, double share, double most, double limit) {
    double goal = Math.sqrt(limit);
    double inner = 0;
    double outer = 1;
    double spread = Math.sqrt(mixture.total() * Math.max(NONE, share * (1 - share)));
    double turn = Math.min(0.5, goal / spread / Math.abs(most));
    Tilted at = new Tilted(best.masses(), share, 0);
    for (int i = 0; i < MOST_TURNS; i++) {
      at = tilted(parts, share, turn * most, at.masses);
      if (Math.abs(at.root - goal) < CLOSE) {
        return at.share;
      }
      if (at.root < goal) {
        inner = turn;
      } else {
        outer = turn;
      }
      if (inner >= LAST_TURN) {
        return beyond(parts, at, most > 0 ? 0 : 1, limit);
      }
      double straight = turn * goal / Math.max(at.root, goal / 10);
      boolean inside = i % 4 != 3 && straight > inner && straight < outer;
      turn = inside ? straight : outer == 1 ? LAST_TURN : (inner + outer) / 2;
    }
    return at.share;
  }

  /**
   * Where no price takes the observations to the limit: mass that no observation covers makes all
   * of them less probable by the same factor. Without such a cell they stay probable enough however
   * large the share, or small.
   *
   * @param counted as what the mass counts that is moved
   */
  private double beyond(double[] parts, Tilted last, double counted, double limit) {
    double[] gradient = mixture.gradient(mixture.probabilities(last.masses));
    for (int k = 0; k < parts.length; k++) {
      if (parts[k] == counted && gradient[k] <= NONE) {
        double left = limit - last.root * last.root;
        double moved = -Math.expm1(-left / (2 * mixture.total()));
        return last.share + moved * (counted - last.share);
      }
    }
    return counted;
  }

  /** The best masses under a price, the share under them, and the root of the likelihood ratio. */
  private record Tilted(double[] masses, double share, double root) {}

  private Tilted tilted(double[] parts, double share, double price, double[] start) {
    double[] prices = new double[parts.length];
    for (int k = 0; k < prices.length; k++) {
      prices[k] = mixture.total() * (1 + price * (parts[k] - share));
    }
    double[] found = new Ascent(mixture, prices).within(start, GAP).masses();
    double sum = Arrays.stream(found).sum();
    double[] masses = Arrays.stream(found).map(m -> m / sum).toArray();
    double lost = best.logLikelihood() - mixture.logLikelihood(mixture.probabilities(masses));
    return new Tilted(masses, share(masses, parts), Math.sqrt(2 * Math.max(0, lost)));
  }
}
