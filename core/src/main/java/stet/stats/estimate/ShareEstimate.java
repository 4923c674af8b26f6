package stet.stats.estimate;

import java.util.List;

/**
 * A share with its 95 % interval.
 *
 * @param part how many units have what is counted
 * @param whole how many units there are
 * @param clusters how many clusters they come from; the number of units where each stands alone
 * @param interval for the share, within 0 and 1; all of that where nothing is known
 */
public record ShareEstimate(long part, long whole, long clusters, Interval interval) {
  /** Of fewer units a share says more than is known. */
  private static final int ENOUGH_UNITS = 20;

  /** From fewer clusters one does not see how alike their units are. */
  private static final int ENOUGH_CLUSTERS = 10;

  /**
   * Refuses what is no part.
   *
   * @throws IllegalArgumentException where the part is negative or more than the whole
   */
  public ShareEstimate {
    requirePart(part, whole);
  }

  /** The share among units that are independent of one another, with Wilson's interval. */
  public static ShareEstimate of(long part, long whole) {
    requirePart(part, whole);
    Interval interval = Wilson.of(whole == 0 ? 0 : (double) part / whole, whole);
    return new ShareEstimate(part, whole, whole, interval);
  }

  /**
   * The share among units that come in clusters, such as edits in articles; clusters without units
   * do not count. The interval is Wilson's for as many independent units as would leave the share
   * as uncertain ({@link ClusteredShare}).
   */
  public static ShareEstimate clustered(List<Cluster> clusters) {
    return new ClusteredShare(clusters).estimate();
  }

  static void requirePart(long part, long whole) {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(part + " is no part of " + whole);
    }
  }

  /** Part over whole; zero where there is nothing. */
  public double share() {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /**
   * Whether there is enough to speak of a share: twenty units from ten clusters. Below that only
   * part and whole are told.
   */
  public boolean isTold() {
    return whole >= ENOUGH_UNITS && clusters >= ENOUGH_CLUSTERS;
  }
}
