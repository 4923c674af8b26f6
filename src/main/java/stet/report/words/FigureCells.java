package stet.report.words;

import java.util.Locale;
import stet.stats.estimate.Interval;
import stet.stats.estimate.Quantile;
import stet.stats.estimate.RateEstimate;
import stet.stats.estimate.Reached;
import stet.stats.estimate.ShareEstimate;

/** Estimates as they stand in the cells of a table. */
public final class FigureCells {
  /** What stands for a share where there are too few to speak of one. */
  public static final String FEW = "too few";

  private FigureCells() {}

  /** {@code 3 (15 %; 5 % to 36 %)}; of too few the number alone. */
  public static String withShare(ShareEstimate share) {
    String part = Numbers.grouped(share.part());
    return share.isTold() ? part + " (" + share(share) + "; " + interval(share) + ")" : part;
  }

  /** {@code 3 of 20}. */
  public static String number(ShareEstimate share) {
    return Numbers.grouped(share.part()) + " of " + Numbers.grouped(share.whole());
  }

  /** {@code 15 %}. */
  public static String share(ShareEstimate share) {
    return share.isTold() ? percent(share.share()) : FEW;
  }

  /** {@code 5 % to 36 %}; empty where there are too few. */
  public static String interval(ShareEstimate share) {
    return share.isTold() ? interval(share.interval()) : "";
  }

  /** Rounded outward, so that no interval is told narrower than it is. */
  public static String interval(Interval interval) {
    long low = (long) Math.floor(100 * interval.low() + 1e-9);
    long high = (long) Math.ceil(100 * interval.high() - 1e-9);
    return low + " % to " + high + " %";
  }

  /** {@code 15 %}, or {@code 15 % to 20 %} where only bounds are known. */
  public static String bounds(Reached reached) {
    String low = percent(reached.low());
    String high = percent(reached.high());
    return low.equals(high) ? low : low + " to " + high;
  }

  /** A number is not parted from its sign. */
  public static String together(String text) {
    return text.replace(" %", "\u00a0%");
  }

  static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  /** How many there were for each hundred hours; with words where too little was watched. */
  public static String rate(RateEstimate rate) {
    if (rate.units() == 0) {
      return "not looked at";
    }
    return rate.isTold() ? number(100 * rate.rate()) : FEW;
  }

  /** The interval of that; empty where too little was watched. */
  public static String interval(RateEstimate rate) {
    return rate.isTold()
        ? number(Math.floor(1000 * rate.interval().low()) / 10)
            + " to "
            + number(Math.ceil(1000 * rate.interval().high()) / 10)
        : "";
  }

  /** With one digit after the point. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** {@code 93 %}, with its interval in a second cell. */
  static String[] share(Quantile quantile) {
    String low = quantile.low().isEmpty() ? "not known" : percent(quantile.low().getAsDouble());
    String high = quantile.high().isEmpty() ? "not known" : percent(quantile.high().getAsDouble());
    return quantile.value().isEmpty()
        ? new String[] {FEW, ""}
        : new String[] {percent(quantile.value().getAsDouble()), low + " to " + high};
  }
}
