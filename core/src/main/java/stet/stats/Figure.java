package stet.stats;

import stet.stats.estimate.ShareEstimate;

/**
 * A share with its name.
 *
 * @param subject what is counted: articles or edits
 * @param id what of it, lower case, words joined by hyphens
 * @param share how many of how many, with its interval
 */
public record Figure(Subject subject, String id, ShareEstimate share) {
  /** What is counted. */
  public enum Subject {
    /** Articles that were looked at twice at least. */
    ARTICLES,
    /** Edits of those. */
    EDITS
  }
}
