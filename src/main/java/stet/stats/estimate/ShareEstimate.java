package stet.stats.estimate;

import java.util.List;

/**
 * A share with its 95 % interval.
 *
 * @param part how many units have what is counted
 * @param whole how many units there are
 * @param clusters how many clusters they come from; the number of units where each stands alone
 * @param interval for the share, within 0 and 1
 */
public record ShareEstimate(long part, long whole, long clusters, Interval interval) {
  /** The share among units that are independent of one another. */
  public static ShareEstimate of(long part, long whole) {
    throw new UnsupportedOperationException();
  }

  /** The share among units that come in clusters; clusters without units do not count. */
  public static ShareEstimate clustered(List<Cluster> clusters) {
    throw new UnsupportedOperationException();
  }

  /** Part over whole; zero where there is nothing. */
  public double share() {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** Whether there is enough to speak of a share; below it only part and whole are told. */
  public boolean isTold() {
    throw new UnsupportedOperationException();
  }
}
