package stet.text;

import java.text.Normalizer;

/**
 * A text as its reader sees it: Unicode NFC without the characters that show nothing. Only
 * comparing uses this form; what is stored stays as served, for there a joiner may shape letters.
 */
public final class VisibleText {
  private VisibleText() {}

  /** The text itself where nothing has to be changed, which is nearly always. */
  public static String of(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) < 0x80) {
      i++;
    }
    return i == text.length() ? text : Normalizer.normalize(seen(text, i), Normalizer.Form.NFC);
  }

  private static CharSequence seen(String text, int from) {
    StringBuilder seen = null;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (invisible(c)) {
        seen = seen == null ? new StringBuilder(text.length()).append(text, 0, i) : seen;
      } else if (seen != null) {
        seen.append(c);
      }
    }
    return seen == null ? text : seen;
  }

  /**
   * Whether the character shows nothing of itself: soft hyphens, joiners, spaces without width,
   * marks of direction, selectors of a glyph's variant, and the stroke that stretches Arabic words.
   */
  public static boolean invisible(char c) {
    return c == '\u00ad'
        || c == '\u034f'
        || c == '\u061c'
        || c == '\u0640'
        || (c >= '\u180b' && c <= '\u180f')
        || (c >= '\u200b' && c <= '\u200f')
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2060' && c <= '\u2064')
        || (c >= '\u2066' && c <= '\u206f')
        || (c >= '\ufe00' && c <= '\ufe0f')
        || c == '\ufeff';
  }
}
