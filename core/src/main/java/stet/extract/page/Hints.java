package stet.extract.page;

import java.util.Arrays;

/**
 * Tells cheaply whether a name may hold one of some words, before a pattern looks closely: nearly
 * no element of a page does.
 */
public final class Hints {
  /** The words by their first letter. */
  private final String[][] words = new String[26][0];

  /**
   * @param words in lower case, opening with an ASCII letter
   */
  public Hints(String... words) {
    for (String word : words) {
      int letter = word.charAt(0) - 'a';
      String[] alike = Arrays.copyOf(this.words[letter], this.words[letter].length + 1);
      alike[alike.length - 1] = word;
      this.words[letter] = alike;
    }
  }

  /** Whether one of the words is in the text, in upper or lower case. */
  public boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      int letter = (text.charAt(i) | 0x20) - 'a';
      if (letter >= 0 && letter < 26) {
        for (String word : words[letter]) {
          if (text.regionMatches(true, i, word, 0, word.length())) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
