package stet.stats.estimate;

/**
 * Units that belong together and may be alike, such as the edits of one article.
 *
 * @param part how many of them have what is counted
 * @param whole how many there are
 */
public record Cluster(long part, long whole) {
  /**
   * Refuses what is no part.
   *
   * @throws IllegalArgumentException where the part is negative or more than the whole
   */
  public Cluster {
    ShareEstimate.requirePart(part, whole);
  }
}
