package stet.stats.estimate;

/**
 * What is known of the age at which something happened to a unit: after the one age and not after
 * the other.
 *
 * @param after in seconds, not negative; it had not happened at this age
 * @param until in seconds; it had happened at this age; positive infinity where it was not seen to
 *     happen at all; equal to {@code after} where the age is known exactly
 */
public record Censored(double after, double until) {
  /**
   * Refuses what is no stretch of ages.
   *
   * @throws IllegalArgumentException where an age is negative or none, or they are out of order
   */
  public Censored {
    if (!(after >= 0 && after < Double.POSITIVE_INFINITY && until >= after)) {
      throw new IllegalArgumentException("no stretch of ages: " + after + " to " + until);
    }
  }

  /** It happened at exactly this age. */
  public static Censored exact(double age) {
    return new Censored(age, age);
  }

  /** It had not happened at this age, and nothing is known of later ones. */
  public static Censored still(double after) {
    return new Censored(after, Double.POSITIVE_INFINITY);
  }

  /** Whether it is known to have happened. */
  public boolean isEvent() {
    return until < Double.POSITIVE_INFINITY;
  }
}
