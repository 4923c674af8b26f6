package stet.text;

/**
 * Text as it is laid out: white space says that there is a gap and no more, and what is no
 * character is none. Fast where nothing is to be done, which is nearly always.
 */
public final class CleanText {
  private CleanText() {}

  /**
   * Runs of white space and ASCII control characters become one space, and none stands at the ends;
   * other control characters, spaces without width and byte order marks go; lone surrogates become
   * U+FFFD.
   */
  public static String of(CharSequence raw) {
    if (isClean(raw)) {
      return raw.toString();
    }
    StringBuilder out = new StringBuilder(raw.length());
    boolean space = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c <= ' ' || c >= 0x7f && WhiteSpace.is(c)) {
        space = out.length() > 0;
        continue;
      }
      if (c >= 0x7f && c < 0xa0 || c == '\ufeff' || c == '\u200b') {
        continue;
      }
      if (space) {
        out.append(' ');
        space = false;
      }
      i = append(raw, i, c, out);
    }
    return out.toString();
  }

  /**
   * The common case, told without copying: ASCII and ordinary letters with single spaces within.
   */
  static boolean isClean(CharSequence raw) {
    char before = ' ';
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean plain = c > ' ' && c < 0x7f || c >= 0xc0 && c < 0x1680;
      if (!plain && (c != ' ' || before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ' || raw.length() == 0;
  }

  /** Whether nothing but white space and characters that {@link #of} drops is there. */
  public static boolean isBlank(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) > ' ' && !of(raw.substring(i, Math.min(raw.length(), i + 1))).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** How many characters are no ASCII white space: nearly the length of the clean text. */
  public static int inked(String raw) {
    int count = 0;
    boolean gap = false;
    for (int i = 0; i < raw.length(); i++) {
      boolean blank = raw.charAt(i) <= ' ';
      count += blank ? 0 : gap && count > 0 ? 2 : 1;
      gap = blank;
    }
    return count;
  }

  private static int append(CharSequence raw, int i, char c, StringBuilder out) {
    if (!Character.isSurrogate(c)) {
      out.append(c);
      return i;
    }
    boolean pair =
        Character.isHighSurrogate(c)
            && i + 1 < raw.length()
            && Character.isLowSurrogate(raw.charAt(i + 1));
    out.append(pair ? c : '\ufffd');
    if (pair) {
      out.append(raw.charAt(i + 1));
    }
    return pair ? i + 1 : i;
  }
}
