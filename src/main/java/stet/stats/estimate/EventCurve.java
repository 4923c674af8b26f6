package stet.stats.estimate;

import java.util.List;
import java.util.Optional;

/** What share of units had an event by which age, from observations that are censored. */
public final class EventCurve {
  private EventCurve() {}

  /** The curve of the observations as they are. */
  public static EventCurve of(List<Censored> observations) {
    throw new UnsupportedOperationException();
  }

  /** The curve of the observations, in seconds, rounded outward to a fixed grid of ages. */
  public static EventCurve atAges(List<Censored> seconds) {
    throw new UnsupportedOperationException();
  }

  /** The share that had the event by that age, in seconds; empty where it is not known. */
  public Optional<Reached> at(double age) {
    throw new UnsupportedOperationException();
  }

  /** The curve, point by point, for drawing. */
  public List<Reached> points() {
    throw new UnsupportedOperationException();
  }

  /** The age by which that share had the event, in seconds. */
  public Quantile quantile(double share) {
    throw new UnsupportedOperationException();
  }

  /** How many units there are. */
  public long units() {
    throw new UnsupportedOperationException();
  }

  /** How many of them are known to have had the event. */
  public long events() {
    throw new UnsupportedOperationException();
  }
}
