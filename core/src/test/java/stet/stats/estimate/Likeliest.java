package stet.stats.estimate;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Finds the masses under which observations are most probable where there may be very many cells:
 * nearly all of them end without mass, so those that matter are gathered round by round.
 */
final class Likeliest {
  /** So many cells are taken on at once. */
  private static final int FEW = 200;

  /** With more cells than that at once Newton's steps take too long. */
  private static final int MANY = 300;

  private static final int MOST_ROUNDS = 200;

  /** So many of Newton's steps before further cells are let in. */
  private static final int STEPS = 2;

  private static final int SLOW_STEPS = 100;

  private final Mixture mixture;
  private final Ascent ascent;

  Likeliest(Mixture mixture) {
    this.mixture = mixture;
    this.ascent = new Ascent(mixture);
  }

  /**
   * The best masses. Above 300 cells with mass, unless ages are exact or censored to one side,
   * steps are bounded before the end is proven; the gap tells by how much at most it is missed.
   *
   * @param start masses that may be the best ones already
   */
  Ascent.Summit from(double[] start) {
    Ascent.Summit here = ascent.summit(start);
    if (here.logLikelihood() > Double.NEGATIVE_INFINITY && here.gap() <= ascent.tolerance()) {
      return here;
    }
    return mixture.cells() <= FEW ? ascent.climb() : gather(start);
  }

  private Ascent.Summit gather(double[] start) {
    int[] kept = mixture.needed();
    double[] masses = new double[mixture.cells()];
    for (int k : kept) {
      masses[k] = 1.0 / kept.length;
    }
    for (int round = 0; round < MOST_ROUNDS && kept.length <= MANY; round++) {
      Ascent.Summit here = ascent.summit(masses);
      if (here.gap() <= ascent.tolerance()) {
        return here;
      }
      kept = grown(masses);
      Ascent part = new Ascent(mixture.among(kept));
      double[] found = part.within(picked(masses, kept), part.tolerance(), STEPS).masses();
      Arrays.fill(masses, 0);
      for (int i = 0; i < kept.length; i++) {
        masses[kept[i]] = found[i];
      }
    }
    double[] mixed = new double[masses.length];
    for (int k = 0; k < mixed.length; k++) {
      mixed[k] = (masses[k] + start[k] + 1.0 / mixed.length) / 3;
    }
    return ascent.slowly(mixed, SLOW_STEPS);
  }

  private static double[] picked(double[] masses, int[] kept) {
    return Arrays.stream(kept).mapToDouble(k -> masses[k]).toArray();
  }

  /** The cells with mass, and between each two of them the one that would raise the most. */
  private int[] grown(double[] masses) {
    double[] gradient = mixture.gradient(mixture.probabilities(masses));
    TreeSet<Integer> kept = new TreeSet<>();
    int best = -1;
    for (int k = 0; k <= masses.length; k++) {
      if (k == masses.length || masses[k] > 0) {
        if (best >= 0 && gradient[best] > mixture.total()) {
          kept.add(best);
        }
        best = -1;
        if (k < masses.length) {
          kept.add(k);
        }
      } else if (best < 0 || gradient[k] > gradient[best]) {
        best = k;
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }
}
