package stet.report.page;

import stet.text.ControlCharacters;

/**
 * Makes text from captured pages fit to be shown: what a reader cannot see, or what would turn the
 * text around it, is written out. Escaping is the templates' business, not done here.
 */
public final class Shown {
  private static final int REPLACEMENT = 0xFFFD;

  private Shown() {}

  /**
   * The text with bidirectional overrides, embeddings and isolates written out as {@code ⟦U+202E⟧}
   * (Unicode Standard Annex 9: they can make a line read otherwise than it is stored), control
   * characters as their pictures ({@code ␀}) and what HTML forbids as U+FFFD. Line feeds stay, and
   * tabs, which part the cells of a table.
   */
  public static String text(String raw) {
    int first = firstUnfit(raw);
    if (first < 0) {
      return raw;
    }
    StringBuilder out = new StringBuilder(raw.length() + 16).append(raw, 0, first);
    raw.substring(first).codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static int firstUnfit(String raw) {
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      if (!isFit(c)) {
        return i;
      }
      i += Character.charCount(c);
    }
    return -1;
  }

  private static void append(StringBuilder out, int c) {
    if (isFit(c)) {
      out.appendCodePoint(c);
    } else if (ControlCharacters.isBidi(c)) {
      out.append("⟦U+")
          .append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT))
          .append('⟧');
    } else if (c < 0x20) {
      out.appendCodePoint(0x2400 + c);
    } else if (c == 0x7F) {
      out.appendCodePoint(0x2421);
    } else {
      out.appendCodePoint(REPLACEMENT);
    }
  }

  private static boolean isFit(int c) {
    if (c < 0x20) {
      return c == '\n' || c == '\t';
    }
    if (c >= 0x7F && c < 0xA0) {
      return false;
    }
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    boolean loneSurrogate = c >= 0xD800 && c <= 0xDFFF;
    return !nonCharacter && !loneSurrogate && !ControlCharacters.isBidi(c);
  }
}
