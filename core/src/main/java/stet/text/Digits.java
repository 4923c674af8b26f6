package stet.text;

/**
 * Decimal digits of any script (general category Nd): {@code 3}, {@code \u0663}, {@code \u0969}.
 */
public final class Digits {
  private Digits() {}

  /** Whether the UTF-16 unit is one; those beyond the Basic Multilingual Plane are not told. */
  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9' || c > 0x7f && Character.isDigit(c);
  }

  /** Whether one is in the text. */
  public static boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
