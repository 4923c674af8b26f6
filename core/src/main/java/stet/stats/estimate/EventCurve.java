package stet.stats.estimate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What share of units had an event by which age, from observations that say only between which two
 * ages it was, or that it was not seen up to some age. Such an end of watching must have nothing to
 * do with when the event would have been; a unit that vanishes counts as watched until then, and no
 * other event competes with the one that is counted.
 */
public final class EventCurve {
  private final Observations observations;
  private final Curve curve;

  EventCurve(Observations observations, Function<Observations, Curve> estimator) {
    this.observations = observations;
    // Where nobody was watched for any time there is nothing to estimate.
    this.curve = observations.longest() > 0 ? estimator.apply(observations) : new Nothing();
  }

  /**
   * The curve over a fixed grid of ages (5, 15 and 30 minutes; 1, 2, 3, 6 and 12 hours; 1, 2, 3, 5,
   * 7, 14, 21 and 30 days; months to a year; years), for observations whose ends lie at all kinds
   * of ages. Between two ages of the grid events are taken as spread evenly; intervals are those of
   * the likelihood ratio.
   */
  public static EventCurve atAges(List<Censored> seconds) {
    return new EventCurve(new Observations(counted(seconds)), AgeCurve::new);
  }

  static Map<Censored, Long> counted(List<Censored> observations) {
    return observations.stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /**
   * The share that had the event by an age. Between two ages at which the curve is known, its lower
   * bound is that of the earlier and its upper bound that of the later one.
   *
   * @param age in seconds
   * @return empty where nobody was watched to that age
   */
  public Optional<Reached> at(double age) {
    return curve.at(age);
  }

  /** The ages at which the curve is known or jumps, from 0 to the longest that was watched. */
  public List<Reached> points() {
    return curve.points();
  }

  /**
   * The age by which that share had the event, in seconds, with an interval that inverts those of
   * the curve (Brookmeyer and Crowley 1982). What was not reached while watching is empty, and so
   * is a value that lies in a stretch within which nothing is known.
   *
   * @param share above 0 and below 1; 0.5 for the median
   */
  public Quantile quantile(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("no share between 0 and 1: " + share);
    }
    return curve.quantile(share);
  }

  /**
   * The age by which half of them had the event. It is told only where enough is known of that very
   * age: where most windows begin at the first check, the likeliest curve may put all events there.
   */
  public Quantile median() {
    Quantile half = quantile(0.5);
    boolean told =
        half.value().isPresent()
            && at(half.value().getAsDouble()).filter(Reached::isTold).isPresent();
    return told ? half : Quantile.UNKNOWN;
  }

  /** How many units there are. */
  public long units() {
    return observations.units();
  }

  /** How many of them are known to have had the event. */
  public long events() {
    return observations.events();
  }

  /** The curve of nobody. */
  private static final class Nothing implements Curve {
    @Override
    public Optional<Reached> at(double age) {
      return Optional.empty();
    }

    @Override
    public List<Reached> points() {
      return List.of();
    }

    @Override
    public Quantile quantile(double share) {
      return Quantile.UNKNOWN;
    }
  }
}
