package stet.stats.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * The nonparametric maximum likelihood estimate of a curve from censored observations (Turnbull
 * 1976); where events are exact or not seen, that of Kaplan and Meier (1958). Intervals are of the
 * log-log kind with the variance that the observed information of the masses gives, which for exact
 * events is Greenwood's; they are right where observations have their ends at few ages in common,
 * and too narrow where the ends are all different (Sun 2001).
 */
final class Turnbull implements Curve {
  /** Less mass than that is none. */
  private static final double LEAST = 1e-8;

  /** The most cells with mass whose information is inverted as a whole. */
  private static final int MOST_INVERTED = 600;

  private final Observations observations;
  private final double gap;
  private final double[] from;
  private final double[] to;
  private final double[] reached;
  private final double[] variance;

  Turnbull(Observations observations) {
    this.observations = observations;
    Supports supports = new Supports(observations);
    Mixture mixture = supports.mixture();
    Ascent.Summit summit = new Likeliest(mixture).from(mixture.productLimit());
    gap = summit.gap();
    int[] kept = massive(summit.masses());
    from = Arrays.stream(kept).mapToDouble(supports::from).toArray();
    to = Arrays.stream(kept).mapToDouble(supports::to).toArray();
    double[] masses = Arrays.stream(kept).mapToDouble(k -> summit.masses()[k]).toArray();
    reached = sums(masses);
    variance = variance(mixture.among(kept), masses);
  }

  private static int[] massive(double[] masses) {
    int[] kept = new int[masses.length];
    int count = 0;
    for (int k = 0; k < masses.length; k++) {
      if (masses[k] > LEAST) {
        kept[count++] = k;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** What is reached before the first stretch, after it, and so on, up to 1. */
  private static double[] sums(double[] masses) {
    double[] sums = new double[masses.length + 1];
    for (int k = 0; k < masses.length; k++) {
      sums[k + 1] = k == masses.length - 1 ? 1 : sums[k] + masses[k];
    }
    return sums;
  }

  /** Of what is reached after each stretch but the last. */
  private static double[] variance(Mixture mixture, double[] masses) {
    int count = masses.length - 1;
    double[] probabilities = mixture.probabilities(masses);
    if (mixture.isChain()) {
      double[][] chain = mixture.chainOfSums(probabilities);
      return Chain.inverseDiagonal(chain[0], chain[1], count);
    }
    double[] variance = new double[count];
    if (count > MOST_INVERTED) {
      Arrays.fill(variance, Double.NaN);
      return variance;
    }
    int[] all = new int[count];
    Arrays.setAll(all, i -> i);
    Cholesky root = new Cholesky(mixture.ofSums(probabilities), all, 0);
    for (int i = 0; i < count; i++) {
      double[] unit = new double[count];
      unit[i] = 1;
      variance[i] = root.solve(unit)[i];
    }
    return variance;
  }

  /** By how much the logarithm of the likelihood could be higher at most. */
  double gap() {
    return gap;
  }

  /** The mass of each stretch that has some, with where it begins and ends. */
  List<double[]> masses() {
    List<double[]> masses = new ArrayList<>();
    for (int k = 0; k < from.length; k++) {
      masses.add(new double[] {from[k], to[k], reached[k + 1] - reached[k]});
    }
    return masses;
  }

  @Override
  public Optional<Reached> at(double age) {
    if (!(age >= 0 && age <= observations.longest()) || observations.units() == 0) {
      return Optional.empty();
    }
    int certain = Observations.upTo(to, age);
    int possible = Math.max(certain, Observations.upTo(from, Math.nextDown(age)));
    Interval interval = new Interval(low(certain, age), high(possible, age));
    return Optional.of(
        new Reached(
            age,
            reached[certain],
            reached[possible],
            interval,
            observations.watched(age),
            observations.before(age),
            observations.open(age)));
  }

  /** The lower end of the interval for what is reached after so many stretches. */
  private double low(int stretches, double age) {
    if (stretches == 0) {
      return 0;
    }
    if (stretches < reached.length - 1) {
      return logLog(stretches, -1, 0);
    }
    // Where all are reached the variance is unknown, and what was known before still holds.
    return stretches > 1
        ? logLog(stretches - 1, -1, 0)
        : Wilson.of(1, observations.watched(age)).low();
  }

  private double high(int stretches, double age) {
    if (stretches == 0) {
      return Wilson.of(0, observations.watched(age)).high();
    }
    return stretches < reached.length - 1 ? logLog(stretches, 1, 1) : 1;
  }

  private double logLog(int stretches, int side, double unknown) {
    double surviving = 1 - reached[stretches];
    double error = Math.sqrt(variance[stretches - 1]) / (surviving * -Math.log(surviving));
    double end = 1 - Math.pow(surviving, Math.exp(side * Distributions.Z * error));
    return Double.isNaN(end) ? unknown : end;
  }

  @Override
  public List<Reached> points() {
    TreeSet<Double> ages = new TreeSet<>(List.of(0.0, observations.longest()));
    for (int k = 0; k < from.length; k++) {
      ages.add(from[k]);
      ages.add(Math.min(to[k], observations.longest()));
    }
    return ages.stream().flatMap(age -> at(age).stream()).toList();
  }

  /** The value is the first age at which the share is reached wherever the mass may lie. */
  @Override
  public Quantile quantile(double share) {
    OptionalDouble value = OptionalDouble.empty();
    OptionalDouble low = OptionalDouble.empty();
    OptionalDouble high = OptionalDouble.empty();
    for (int k = from.length - 1; k >= 0; k--) {
      if (to[k] > observations.longest()) {
        continue;
      }
      if (reached[k + 1] >= share - 1e-9) {
        value = OptionalDouble.of(to[k]);
      }
      if (low(k + 1, to[k]) >= share) {
        high = OptionalDouble.of(to[k]);
      }
      if (high(k + 1, to[k]) >= share) {
        low = OptionalDouble.of(from[k]);
      }
    }
    return new Quantile(value, low, high);
  }
}
