package stet.copies;

import java.util.List;

/**
 * What one of two texts has in common with the other.
 *
 * @param words how many words of its own it has: neither quoted, nor in a table, nor standing
 *     notices of its outlet; a character of a script without spaces counts as half a word
 * @param shared how many of these stand in the other text in the same row
 * @param where which of 64 equal stretches of the text are shared for the most part, the first
 *     stretch in the lowest bit
 * @param spread over how many paragraphs these are spread, but for a few words
 * @param paragraphs which paragraphs stand in the other text nearly as a whole, from 0
 */
public record Side(int words, int shared, long where, int spread, List<Integer> paragraphs) {
  public Side {
    paragraphs = List.copyOf(paragraphs);
  }

  /** The part of its own words that stands in the other text; 0 where it has none. */
  public double share() {
    return words == 0 ? 0 : (double) shared / words;
  }
}
