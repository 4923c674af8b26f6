package stet.stats.estimate;

/**
 * How many events there were in some time, with a 95 % interval for the rate. Events may be parts
 * of one, where it is known only between which two moments each was.
 *
 * @param events how many
 * @param exposure how long units were watched, all together; in the unit of time of the rate
 * @param units how many were watched
 * @param interval for events over exposure; from 0 to infinity where nothing is known
 */
public record RateEstimate(double events, double exposure, long units, Interval interval) {
  /** Of fewer units a rate says more than is known. */
  private static final int ENOUGH = 20;

  /** Events over exposure; zero where nobody was watched. */
  public double rate() {
    return exposure <= 0 ? 0 : events / exposure;
  }

  /** Whether there is enough to speak of a rate: twenty units that were watched. */
  public boolean isTold() {
    return units >= ENOUGH;
  }

  /**
   * Sums up units one by one. Events of one unit may be alike: the interval is that of a Poisson
   * number (by Byar's approximation, Breslow and Day 1987) for as many independent events as would
   * leave the rate as uncertain as it is between units, never for more than there are.
   */
  public static final class Sum {
    private double events;
    private double exposure;
    private double eventsSquared;
    private double product;
    private double exposureSquared;
    private long units;

    /**
     * Adds a unit; one that was not watched for any time does not count.
     *
     * @param unitEvents not negative
     * @param unitExposure not negative
     */
    public void add(double unitEvents, double unitExposure) {
      if (unitExposure <= 0) {
        return;
      }
      events += unitEvents;
      exposure += unitExposure;
      eventsSquared += unitEvents * unitEvents;
      product += unitEvents * unitExposure;
      exposureSquared += unitExposure * unitExposure;
      units++;
    }

    /** What they come to. */
    public RateEstimate estimate() {
      if (units == 0) {
        return new RateEstimate(0, 0, 0, new Interval(0, Double.POSITIVE_INFINITY));
      }
      double worth = worth();
      double each = events <= 0 ? 1 : events / worth;
      Interval interval = new Interval(low(worth) * each / exposure, high(worth) * each / exposure);
      return new RateEstimate(events, exposure, units, interval);
    }

    /** How many independent events these are worth. */
    private double worth() {
      if (events <= 0 || units < 2) {
        return Math.min(events, 1);
      }
      double rate = events / exposure;
      double residuals = eventsSquared - 2 * rate * product + rate * rate * exposureSquared;
      double variance = Math.max(0, residuals) * units / (units - 1);
      return variance <= events ? events : events * events / variance;
    }

    private static double low(double events) {
      if (events <= 0) {
        return 0;
      }
      double root = 1 - 1 / (9 * events) - Distributions.Z / (3 * Math.sqrt(events));
      return root <= 0 ? 0 : events * root * root * root;
    }

    private static double high(double events) {
      double more = events + 1;
      double root = 1 - 1 / (9 * more) + Distributions.Z / (3 * Math.sqrt(more));
      return more * root * root * root;
    }
  }
}
