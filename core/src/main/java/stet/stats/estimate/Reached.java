package stet.stats.estimate;

/**
 * What share of units had the event by some age.
 *
 * @param age in seconds
 * @param low the share, or its lower bound where the observations do not say more
 * @param high the share, or its upper bound; equal to {@code low} where the share is identified
 * @param interval 95 % interval for the share at this age; it may be all from 0 to 1 where too
 *     little is known to speak of a share
 * @param watched how many units were watched at least that long or had the event by then
 * @param before how many units had the event by then for certain
 * @param open of how many of those watched it is open whether they had it by then, since they were
 *     looked at before and after only
 */
public record Reached(
    double age, double low, double high, Interval interval, long watched, long before, long open) {
  /** Of fewer a share says more than is known. */
  private static final int ENOUGH = 20;

  /**
   * So many times as many have to be watched as it is open of. Where it is open of most, the
   * likeliest curve rests on few of them, and may be far from the truth.
   */
  private static final int TIMES = 5;

  Reached with(Interval other) {
    return new Reached(age, low, high, other, watched, before, open);
  }

  /** Whether enough is known at this age to speak of a share. */
  public boolean isTold() {
    return watched - open >= ENOUGH && open * TIMES <= watched;
  }
}
