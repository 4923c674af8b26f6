package stet.extract;

/**
 * Tells cheaply whether a name may hold one of some words, before a pattern looks closely: nearly
 * no element of a page does.
 */
final class Hints {
  private final String[] words;
  private final int firstLetters;

  /**
   * @param words in lower case, opening with an ASCII letter
   */
  Hints(String... words) {
    this.words = words;
    int letters = 0;
    for (String word : words) {
      letters |= 1 << (word.charAt(0) - 'a');
    }
    this.firstLetters = letters;
  }

  /** Whether one of the words is in the text, in upper or lower case. */
  boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      int letter = (text.charAt(i) | 0x20) - 'a';
      if (letter >= 0 && letter < 26 && (firstLetters & 1 << letter) != 0 && at(text, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean at(String text, int place) {
    for (String word : words) {
      if (text.regionMatches(true, place, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}
