package stet.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** How wide characters are set beside Latin ones (UAX 11). */
public final class EastAsianWidth {
  private EastAsianWidth() {}

  /** Whether the character takes the room of two Latin ones. */
  public static boolean isWide(int codePoint) {
    int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
    return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
  }
}
