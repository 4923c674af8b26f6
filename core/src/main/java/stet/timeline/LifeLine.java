package stet.timeline;

/**
 * A passage that left the text, and whether it came back. Text that only moved has not left, and
 * marks without a word are not told.
 *
 * @param text as it last stood there
 * @param extent how much of a text it is
 * @param place where it stood
 * @param paragraph number of its block from 1 in the last version that had it; 0 outside the body
 * @param since the version that brought the oldest of its words
 * @param lastSeen the last version that had it: the window of its going is that of the revision
 *     that led to the next
 * @param back the version in which it was there again; 0 where it never came back
 */
public record LifeLine(
    String text, Extent extent, Place place, int paragraph, int since, int lastSeen, int back) {
  /** How much of a text left together. */
  public enum Extent {
    /** Words out of a sentence. */
    WORDS,
    /** Whole sentences. */
    SENTENCES,
    /** A whole paragraph, or several. */
    PARAGRAPHS
  }

  /** Where in the article. */
  public enum Place {
    HEADLINE,
    DEK,
    BODY
  }
}
