package stet.extract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Small operations on text that every reader needs. */
final class Texts {
  private static final Map<Integer, Character> FOLDED =
      Map.ofEntries(
          Map.entry(0x2018, '\''),
          Map.entry(0x2019, '\''),
          Map.entry(0x201a, '\''),
          Map.entry(0x2032, '\''),
          Map.entry(0x00b4, '\''),
          Map.entry(0x0060, '\''),
          Map.entry(0x201c, '"'),
          Map.entry(0x201d, '"'),
          Map.entry(0x201e, '"'),
          Map.entry(0x00ab, '"'),
          Map.entry(0x00bb, '"'),
          Map.entry(0x2010, '-'),
          Map.entry(0x2011, '-'),
          Map.entry(0x2012, '-'),
          Map.entry(0x2013, '-'),
          Map.entry(0x2014, '-'),
          Map.entry(0x2212, '-'));

  private Texts() {}

  /** White space runs become one space; control characters and lone surrogates go. */
  static String clean(CharSequence raw) {
    if (isClean(raw)) {
      return raw.toString();
    }
    StringBuilder out = new StringBuilder(raw.length());
    boolean space = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c <= ' ' || c == '\u00a0' || Character.isSpaceChar(c) || c == '\u0085') {
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
  static String folded(String text) {
    String norm = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(norm.length());
    norm.codePoints().forEach(c -> fold(c, out));
    return clean(out);
  }

  private static void fold(int c, StringBuilder out) {
    Character plain = FOLDED.get(c);
    if (plain != null) {
      out.append(plain.charValue());
    } else {
      out.appendCodePoint(c);
    }
  }

  /** For comparing words alone: only letters and digits of the folded text, no spaces. */
  static String letters(String text) {
    StringBuilder out = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> out.appendCodePoint(Character.toLowerCase(c)));
    return out.toString();
  }

  /** Length in Latin letters' worth: one sign of an unspaced script says as much as three. */
  static int weight(String text) {
    int weight = 0;
    for (int i = 0; i < text.length(); i++) {
      weight += text.charAt(i) >= 0x2e80 && text.charAt(i) < 0xfb00 ? 3 : 1;
    }
    return weight;
  }

  static String head(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
