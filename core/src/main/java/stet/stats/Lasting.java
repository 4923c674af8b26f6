package stet.stats;

import stet.stats.estimate.Quantile;

/**
 * What a day makes of articles' texts.
 *
 * @param articles of how many it is known
 * @param shorter how many were watched for less than a day
 * @param open how many were watched longer, and it can't be told: an edit lies in a window that
 *     reaches across the end of the day, the text swings, or a page may have lacked a part of it
 * @param standing which share of the first version's words stood then; the median
 * @param growth how many words there were then for each of the first version; the median
 */
public record Lasting(int articles, int shorter, int open, Quantile standing, Quantile growth) {
  private static final int ENOUGH = 20;

  /** Whether there are enough articles to speak of a median. */
  public boolean isTold() {
    return articles >= ENOUGH;
  }
}
