package stet.watch.plan;

import java.time.Instant;

/**
 * How often articles of one outlet change, next to an average article of that age, and at which
 * hours: the evidence of all its articles together.
 */
public final class OutletHistory {
  /** An outlet of which nothing is known. */
  public static final OutletHistory NONE = new OutletHistory(0, 0, DayRhythm.EVEN);

  /** With so many changes the past fades: an outlet may change its habits. */
  private static final double MEMORY = 400;

  private final double changes;
  private final double exposure;
  private final DayRhythm rhythm;

  public OutletHistory(double changes, double exposure, DayRhythm rhythm) {
    this.changes = changes;
    this.exposure = exposure;
    this.rhythm = rhythm;
  }

  /** How many changes its checks are worth, 0 or more. */
  public double changes() {
    return changes;
  }

  /** Over how much expected change they were spread, 0 or more. */
  public double exposure() {
    return exposure;
  }

  public DayRhythm rhythm() {
    return rhythm;
  }

  /** With the evidence of one more check. */
  OutletHistory plus(double moreChanges, double moreExposure) {
    double sum = Math.max(0, changes + moreChanges);
    double over = Math.max(0, exposure + moreExposure);
    double fade = sum > MEMORY ? MEMORY / sum : 1;
    return new OutletHistory(sum * fade, over * fade, rhythm);
  }

  /** With a change seen between two checks. */
  OutletHistory changedBetween(Instant notBefore, Instant notAfter) {
    return new OutletHistory(changes, exposure, rhythm.with(notBefore, notAfter));
  }
}
