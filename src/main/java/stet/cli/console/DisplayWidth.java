package stet.cli.console;

import com.ibm.icu.lang.UCharacter;
import stet.text.EastAsianWidth;

/** How many columns text takes on a terminal (Unicode Standard Annex 11). */
public final class DisplayWidth {
  private DisplayWidth() {}

  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  public static int of(int codePoint) {
    if (codePoint >= ' ' && codePoint < 0x7f) {
      return 1;
    }
    switch (UCharacter.getType(codePoint)) {
      case UCharacter.NON_SPACING_MARK:
      case UCharacter.ENCLOSING_MARK:
      case UCharacter.FORMAT:
      case UCharacter.CONTROL:
        return 0;
      default:
        return EastAsianWidth.isWide(codePoint) ? 2 : 1;
    }
  }

  /** Whether a line may break before this character without a space. */
  static boolean breaksAlone(int codePoint) {
    return of(codePoint) == 2;
  }
}
