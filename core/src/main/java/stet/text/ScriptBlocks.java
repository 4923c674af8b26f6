package stet.text;

/**
 * The blocks of Unicode in which the scripts lie that are written without spaces between words, for
 * loops that look at every character. Which of them count as unspaced is the caller's rule.
 */
public final class ScriptBlocks {
  private ScriptBlocks() {}

  /** The blocks Thai and Lao. */
  public static boolean isThaiOrLao(int codePoint) {
    return codePoint >= 0x0e00 && codePoint <= 0x0eff;
  }

  /** The block Myanmar, without its extensions. */
  public static boolean isMyanmar(int codePoint) {
    return codePoint >= 0x1000 && codePoint <= 0x109f;
  }

  /** The block Khmer, without its symbols. */
  public static boolean isKhmer(int codePoint) {
    return codePoint >= 0x1780 && codePoint <= 0x17ff;
  }

  /** Syllables of Korean, which is written with spaces. */
  public static boolean isHangul(int codePoint) {
    return codePoint >= 0xac00 && codePoint <= 0xd7a3;
  }

  /**
   * From the radicals of Chinese on: kana, Han, Yi, Hangul, and whatever lies behind them up to the
   * full-width forms and the supplementary planes.
   */
  public static boolean isEastAsianOrBehind(int codePoint) {
    return codePoint >= 0x2e80;
  }
}
