package stet.text;

/**
 * The blocks of Unicode in which the scripts lie that are written without spaces between words, for
 * loops that look at every character. Which of them count as unspaced is the caller's rule.
 */
public final class ScriptBlocks {
  private ScriptBlocks() {}

  public static boolean isThaiOrLao(int c) {
    return c >= 0x0e00 && c <= 0x0eff;
  }

  public static boolean isMyanmar(int c) {
    return c >= 0x1000 && c <= 0x109f;
  }

  public static boolean isKhmer(int c) {
    return c >= 0x1780 && c <= 0x17ff;
  }

  /** Syllables of Korean, which is written with spaces. */
  public static boolean isHangul(int c) {
    return c >= 0xac00 && c <= 0xd7a3;
  }

  /**
   * From the radicals of Chinese on: kana, Han, Yi, Hangul, and whatever lies behind them up to the
   * full-width forms and the supplementary planes.
   */
  public static boolean isEastAsianOrBehind(int c) {
    return c >= 0x2e80;
  }
}
