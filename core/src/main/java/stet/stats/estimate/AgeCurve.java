package stet.stats.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** The curve of maximum likelihood over a grid of ages, with likelihood-ratio intervals. */
final class AgeCurve implements Curve {
  private static final int MOST_TRIES = 12;
  private static final double CLOSE = 1e-4;
  private static final double ROUNDING = 1e-9;

  private final Observations observations;
  private final AgeModel model;
  private final Ascent.Summit best;
  private final Profile profile;

  /** An interval takes some time, and the same ages are asked for again and again. */
  private final Map<Double, Reached> known = new ConcurrentHashMap<>();

  private final Map<Double, Quantile> quantiles = new ConcurrentHashMap<>();

  /** Of at least one unit that was watched for longer than no time at all. */
  AgeCurve(Observations observations) {
    this.observations = observations;
    this.model = new AgeModel(observations);
    this.best = new Ascent(model.mixture()).climb();
    this.profile = new Profile(model.mixture(), best);
  }

  /** By how much the logarithm of the likelihood could be higher at most. */
  double gap() {
    return best.gap();
  }

  @Override
  public Optional<Reached> at(double age) {
    if (!(age >= 0 && age <= observations.longest())) {
      return Optional.empty();
    }
    return Optional.of(known.computeIfAbsent(age, this::reached));
  }

  private Reached reached(double age) {
    int stretch = 0;
    while (stretch < model.stretches() && model.start(stretch + 1) <= age) {
      stretch++;
    }
    double start = model.start(stretch);
    double[] surely = model.upTo(start);
    double[] perhaps = model.upTo(age > start ? model.start(stretch + 1) : start);
    Reached rough =
        new Reached(
            age,
            profile.share(surely),
            profile.share(perhaps),
            new Interval(0, 1),
            observations.watched(age),
            observations.before(age),
            observations.open(age));
    return rough.isTold()
        ? rough.with(new Interval(profile.low(surely), profile.high(perhaps)))
        : rough;
  }

  @Override
  public List<Reached> points() {
    List<Reached> points = new ArrayList<>();
    for (int stretch = 0; stretch <= model.stretches(); stretch++) {
      at(model.start(stretch)).ifPresent(points::add);
    }
    return points;
  }

  /** The value is empty where it lies in a stretch of which only the ends are known. */
  @Override
  public Quantile quantile(double share) {
    return quantiles.computeIfAbsent(share, this::reachedBy);
  }

  private Quantile reachedBy(double share) {
    return new Quantile(
        first(share - ROUNDING, profile::share, Lengthy.NOT_KNOWN),
        first(share, profile::high, Lengthy.START),
        first(share, profile::low, Lengthy.END));
  }

  /** What is told of an age that lies somewhere in a stretch that is longer than the grid's. */
  private enum Lengthy {
    NOT_KNOWN,
    START,
    END
  }

  /** The first age at which that is reached. */
  private OptionalDouble first(double share, ToDoubleFunction<double[]> reached, Lengthy told) {
    int low = 0;
    int high = model.stretches();
    if (reached.applyAsDouble(model.upTo(model.start(high))) < share) {
      return OptionalDouble.empty();
    }
    while (low + 1 < high) {
      int middle = (low + high) / 2;
      if (reached.applyAsDouble(model.upTo(model.start(middle))) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    if (model.isShort(low)) {
      return OptionalDouble.of(within(low, share, reached));
    }
    return switch (told) {
      case NOT_KNOWN -> OptionalDouble.empty();
      case START -> OptionalDouble.of(model.start(low));
      case END -> OptionalDouble.of(model.start(high));
    };
  }

  /** The age within a stretch, by straight lines; every third try halves what is left. */
  private double within(int stretch, double share, ToDoubleFunction<double[]> reached) {
    double low = model.start(stretch);
    double high = model.start(stretch + 1);
    double under = reached.applyAsDouble(model.upTo(low)) - share;
    double over = reached.applyAsDouble(model.upTo(high)) - share;
    for (int i = 0; i < MOST_TRIES && over - under > CLOSE; i++) {
      double part = i % 3 == 2 ? 0.5 : Math.max(0.01, Math.min(0.99, under / (under - over)));
      double age = low + part * (high - low);
      double off = reached.applyAsDouble(model.upTo(age)) - share;
      if (Math.abs(off) < CLOSE) {
        return age;
      }
      if (off < 0) {
        low = age;
        under = off;
      } else {
        high = age;
        over = off;
      }
    }
    return high;
  }
}
