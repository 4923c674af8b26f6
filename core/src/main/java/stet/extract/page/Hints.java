package stet.extract.page;

import java.util.Arrays;

/**
 * Tells cheaply whether a name may hold one of some words, before a pattern looks closely: nearly
 * no element of a page does.
 */
public final class Hints {
  private static final int LETTERS = 0x80;

  /** The words by their first two letters. */
  private final String[][] words = new String[LETTERS * LETTERS][];

  /**
   * @param words in lower case, of two ASCII letters at least, marks among them
   */
  public Hints(String... words) {
    for (String word : words) {
      int place = place(word.charAt(0), word.charAt(1));
      String[] known = this.words[place];
      String[] alike = known == null ? new String[1] : Arrays.copyOf(known, known.length + 1);
      alike[alike.length - 1] = word;
      this.words[place] = alike;
    }
  }

  private static int place(int first, int second) {
    return (first | 0x20) % LETTERS * LETTERS + (second | 0x20) % LETTERS;
  }

  /** Whether one of the words is in the text, in upper or lower case. */
  public boolean in(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      String[] alike = words[place(text.charAt(i), text.charAt(i + 1))];
      for (int k = 0; alike != null && k < alike.length; k++) {
        if (text.regionMatches(true, i, alike[k], 0, alike[k].length())) {
          return true;
        }
      }
    }
    return false;
  }
}
