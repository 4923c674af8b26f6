package stet.timeline;

import java.time.Instant;
import stet.article.ArticleVersion;

/**
 * A version with the checks that saw it.
 *
 * @param number from 1, in the order of time
 * @param state what it says
 * @param first the first capture that shows it
 * @param lastSeen when it was last seen, UTC; equal to the first capture's time when seen once
 * @param checks how many captures show it, at least 1
 * @param cut what the first page says of there being more of the story than it shows; empty where
 *     it says nothing
 */
public record SeenVersion(
    int number, ArticleVersion state, CaptureRef first, Instant lastSeen, int checks, String cut) {
  /** A version whose page says nothing of being cut off. */
  public SeenVersion(
      int number, ArticleVersion state, CaptureRef first, Instant lastSeen, int checks) {
    this(number, state, first, lastSeen, checks, "");
  }
}
