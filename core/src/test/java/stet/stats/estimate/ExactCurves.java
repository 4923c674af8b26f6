package stet.stats.estimate;

import java.util.List;
import java.util.Map;

/**
 * Curves that the program's own are compared with: the nonparametric maximum likelihood estimate
 * (Turnbull 1976) of observations as they are, which for exact ages is that of Kaplan and Meier
 * with Greenwood's log-log intervals. Between ages at which it is not identified it is known by
 * bounds alone. Intervals are right only where the ends of observations have few ages in common,
 * and those of checks do not; where more than 300 stretches have mass and events are not exact, the
 * interval is all from 0 to 1.
 */
final class ExactCurves {
  private ExactCurves() {}

  static EventCurve of(List<Censored> observations) {
    return weighted(EventCurve.counted(observations));
  }

  /** The same for observations of which each was made so many times. */
  static EventCurve weighted(Map<Censored, Long> observations) {
    return new EventCurve(new Observations(observations), Turnbull::new);
  }
}
