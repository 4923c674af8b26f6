package stet.extract.words;

import java.text.Normalizer;
import java.util.Locale;

/** Small operations on text that every reader needs. */
public final class Texts {
  private Texts() {}

  /** White space runs become one space; control characters and lone surrogates go. */
  public static String clean(CharSequence raw) {
    if (isClean(raw)) {
      return raw.toString();
    }
    StringBuilder out = new StringBuilder(raw.length());
    boolean space = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c <= ' ' || c >= 0x7f && space(c)) {
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
  private static boolean isClean(CharSequence raw) {
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

  /** White space beyond ASCII, as Unicode's separators have it. */
  private static boolean space(char c) {
    return c == 0x85
        || c == 0xa0
        || c == 0x1680
        || c >= 0x2000 && c <= 0x200a
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }

  /** Whether nothing but white space and characters that {@link #clean} drops is there. */
  public static boolean blank(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) > ' '
          && !clean(raw.substring(i, Math.min(raw.length(), i + 1))).isEmpty()) {
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

  /** For comparing: lower case, quotes and dashes made plain, no white space at the ends. */
  public static String folded(String text) {
    String norm = compatible(text).toLowerCase(Locale.ROOT);
    if (plain(norm)) {
      return norm;
    }
    StringBuilder out = new StringBuilder(norm.length());
    for (int i = 0; i < norm.length(); i++) {
      fold(norm.charAt(i), out);
    }
    return clean(out);
  }

  /** Whether nothing is there to be folded or cleaned: the common case, told without copying. */
  private static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7e || text.charAt(i) == '`') {
        return false;
      }
    }
    return isClean(text);
  }

  /** NFKC; ASCII is so already. */
  private static String compatible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
      }
    }
    return text;
  }

  private static void fold(char c, StringBuilder out) {
    switch (c) {
      case 0x2018, 0x2019, 0x201a, 0x2032, 0x00b4, 0x0060 -> out.append('\'');
      case 0x201c, 0x201d, 0x201e, 0x00ab, 0x00bb -> out.append('"');
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212 -> out.append('-');
      default -> out.append(c);
    }
  }

  /** For comparing words alone: only letters and digits of the folded text, no spaces. */
  public static String letters(String text) {
    String norm = compatible(text);
    StringBuilder out = new StringBuilder(norm.length());
    for (int i = 0; i < norm.length(); ) {
      int c = norm.charAt(i);
      if (c < 0x80) {
        if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
          out.append((char) c);
        } else if (c >= 'A' && c <= 'Z') {
          out.append((char) (c | 0x20));
        }
        i++;
        continue;
      }
      c = norm.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.appendCodePoint(Character.toLowerCase(c));
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  /** Length in Latin letters' worth: one sign of an unspaced script says as much as three. */
  public static int weight(String text) {
    int weight = 0;
    for (int i = 0; i < text.length(); i++) {
      weight += text.charAt(i) >= 0x2e80 && text.charAt(i) < 0xfb00 ? 3 : 1;
    }
    return weight;
  }

  /** What follows the last slash, colon or number sign: the name at the end of an address. */
  public static String lastPart(String address) {
    int at = address.length();
    while (at > 0 && "/:#".indexOf(address.charAt(at - 1)) < 0) {
      at--;
    }
    return address.substring(at).strip();
  }

  /** Whether a digit of any script is in the text. */
  public static boolean digits(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' || c > 0x7f && Character.isDigit(c)) {
        return true;
      }
    }
    return false;
  }

  public static String head(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
