package stet.text;

/**
 * What words are made of. Marks are part of them: without vowel signs no Hindi word is one, and
 * without accents no word is that is written decomposed.
 */
public final class WordCharacters {
  private WordCharacters() {}

  /**
   * Letters and digits of any script, and the marks that are written above, below or beside them.
   */
  public static boolean isLetterDigitOrMark(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint >= 'a' && codePoint <= 'z'
          || codePoint >= 'A' && codePoint <= 'Z'
          || codePoint >= '0' && codePoint <= '9';
    }
    return Character.isLetterOrDigit(codePoint)
        || switch (Character.getType(codePoint)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
          default -> false;
        };
  }

  /** Those, marks that enclose, and all other numbers: fractions, Roman numerals, exponents. */
  public static boolean isWord(int codePoint) {
    return isLetterDigitOrMark(codePoint)
        || switch (Character.getType(codePoint)) {
          case Character.ENCLOSING_MARK, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
          default -> false;
        };
  }
}
