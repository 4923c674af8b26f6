package stet.text;

/**
 * Characters that no reader sees and that do something to the text around them. Whoever shows text
 * that others wrote has to do away with them; what is put in their place is the medium's business.
 */
public final class ControlCharacters {
  private ControlCharacters() {}

  /** C0, DEL and C1: a terminal obeys them. Line feeds and tabs are among them. */
  public static boolean isControl(int codePoint) {
    return Character.isISOControl(codePoint);
  }

  /**
   * Embeddings, overrides and isolates (UAX 9 section 2): they can make a line read otherwise than
   * it is stored, such as a number backwards.
   */
  public static boolean isBidi(int codePoint) {
    return codePoint >= 0x202a && codePoint <= 0x202e || codePoint >= 0x2066 && codePoint <= 0x2069;
  }

  /** The separators of lines and paragraphs, which end a line for some readers and not others. */
  public static boolean isSeparator(int codePoint) {
    return codePoint == 0x2028 || codePoint == 0x2029;
  }

  /** Any of these. */
  public static boolean isAny(int codePoint) {
    return isControl(codePoint) || isBidi(codePoint) || isSeparator(codePoint);
  }
}
