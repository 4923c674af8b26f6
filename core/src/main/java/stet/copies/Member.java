package stet.copies;

import java.time.Instant;

/**
 * One article of a story.
 *
 * @param firstSeen when the article was first seen, UTC; it may have been there before
 * @param words how many words of its own it has, as {@link Side#words} counts
 * @param shared how many of them stand in the story's longest text
 */
public record Member(long id, String outlet, Instant firstSeen, int words, int shared) {
  /** The part of its words that stands in the story's longest text. */
  public double share() {
    return words == 0 ? 0 : (double) shared / words;
  }
}
