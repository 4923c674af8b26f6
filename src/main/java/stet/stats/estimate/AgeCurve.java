package stet.stats.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The curve of maximum likelihood over a grid of ages, with likelihood-ratio intervals. */
final class AgeCurve implements Curve {
  private static final int HALVINGS = 10;
  private static final double ROUNDING = 1e-9;

  private final Observations observations;
  private final AgeModel model;
  private final Ascent.Summit best;
  private final Profile profile;

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
    int cell = 0;
    while (cell < model.cells() && model.start(cell + 1) <= age) {
      cell++;
    }
    double[] surely = model.upTo(cell, 0);
    double[] perhaps = age > model.start(cell) ? model.upTo(cell + 1, 0) : surely;
    return Optional.of(
        new Reached(
            age,
            profile.share(surely),
            profile.share(perhaps),
            new Interval(profile.low(surely), profile.high(perhaps)),
            observations.watched(age),
            observations.before(age)));
  }

  @Override
  public List<Reached> points() {
    List<Reached> points = new ArrayList<>();
    for (int cell = 0; cell <= model.cells(); cell++) {
      at(model.start(cell)).ifPresent(points::add);
    }
    return points;
  }

  /** The value is empty where it lies in a cell of which only the ends are known. */
  @Override
  public Quantile quantile(double share) {
    return new Quantile(
        first(share - ROUNDING, profile::share, Wide.NOT_KNOWN),
        first(share, profile::high, Wide.START),
        first(share, profile::low, Wide.END));
  }

  /** What is told of an age that lies somewhere in a cell that is wider than the grid. */
  private enum Wide {
    NOT_KNOWN,
    START,
    END
  }

  /** The first age at which that is reached. */
  private OptionalDouble first(double share, ToDoubleFunction<double[]> reached, Wide wide) {
    int cell = 0;
    while (cell < model.cells() && reached.applyAsDouble(model.upTo(cell + 1, 0)) < share) {
      cell++;
    }
    if (cell == model.cells()) {
      return OptionalDouble.empty();
    }
    if (!model.isNarrow(cell)) {
      return switch (wide) {
        case NOT_KNOWN -> OptionalDouble.empty();
        case START -> OptionalDouble.of(model.start(cell));
        case END -> OptionalDouble.of(model.start(cell + 1));
      };
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (reached.applyAsDouble(model.upTo(cell, middle)) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalDouble.of(
        model.start(cell) + high * (model.start(cell + 1) - model.start(cell)));
  }
}
