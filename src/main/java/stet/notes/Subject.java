package stet.notes;

import java.time.Instant;
import stet.text.Truncation;

/**
 * The revision that an annotation is on, named by what names it in every collection and in every
 * order of import: its article's address, and when which text was seen.
 *
 * @param uri an address of the article, at most {@value #MOST_URI} characters
 * @param notBefore when the old text was last seen before, UTC
 * @param seenAt when the new text was first seen, UTC
 * @param quote the words in it that are meant
 */
public record Subject(String uri, Instant notBefore, Instant seenAt, Quote quote) {
  /** Longer addresses are none of an article. */
  public static final int MOST_URI = 8_000;

  private static final int MOST_WORDS = 2_000;

  /**
   * @throws IllegalArgumentException when there is no address, or the order of times is none, with
   *     a sentence for a person
   */
  public Subject {
    if (uri.isBlank() || uri.length() > MOST_URI) {
      throw new IllegalArgumentException("There is no address of an article.");
    } else if (notBefore.isAfter(seenAt)) {
      throw new IllegalArgumentException("The old text was seen after the new one.");
    }
    quote =
        new Quote(
            Truncation.head(quote.removed(), MOST_WORDS),
            Truncation.head(quote.inserted(), MOST_WORDS),
            Truncation.head(quote.prefix(), MOST_WORDS),
            Truncation.head(quote.suffix(), MOST_WORDS));
  }
}
