package stet.stats;

import java.time.Duration;

/**
 * What articles say of their publication. An article that was first seen three days after it says
 * nothing of its first day: only those that were seen within {@link #SOON} are counted from it.
 *
 * @param counted how many are counted from their publication
 * @param late how many were seen later than that
 * @param unstated how many state no time of publication that can be relied on
 */
public record Publication(int counted, int late, int unstated) {
  /** So soon an article has to be seen. */
  public static final Duration SOON = Duration.ofHours(1);
}
