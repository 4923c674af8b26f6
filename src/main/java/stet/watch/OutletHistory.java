package stet.watch;

/**
 * How often articles of one outlet change, next to an average article of that age: the evidence of
 * all its articles together.
 *
 * @param changes how many changes its checks are worth, 0 or more
 * @param exposure over how much expected change they were spread, 0 or more
 */
public record OutletHistory(double changes, double exposure) {
  /** An outlet of which nothing is known. */
  public static final OutletHistory NONE = new OutletHistory(0, 0);

  /** With so many changes the past fades: an outlet may change its habits. */
  private static final double MEMORY = 400;

  /** The evidence of one more check. */
  OutletHistory plus(double moreChanges, double moreExposure) {
    double sum = Math.max(0, changes + moreChanges);
    double over = Math.max(0, exposure + moreExposure);
    double fade = sum > MEMORY ? MEMORY / sum : 1;
    return new OutletHistory(sum * fade, over * fade);
  }
}
