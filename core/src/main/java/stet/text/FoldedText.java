package stet.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text for comparing, the same in every locale of the machine. Case is undone by lower case, not by
 * case folding: a sharp s stays one.
 */
public final class FoldedText {
  private FoldedText() {}

  /** Clean, in NFKC and lower case, with plain quotation marks, apostrophes and dashes. */
  public static String of(String text) {
    String norm = compatible(text).toLowerCase(Locale.ROOT);
    if (isPlain(norm)) {
      return norm;
    }
    StringBuilder out = new StringBuilder(norm.length());
    for (int i = 0; i < norm.length(); i++) {
      fold(norm.charAt(i), out);
    }
    return CleanText.of(out);
  }

  /** Whether nothing is there to be folded or cleaned: the common case, told without copying. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7e || text.charAt(i) == '`') {
        return false;
      }
    }
    return CleanText.isClean(text);
  }

  /** Unicode NFKC: full-width forms, ligatures and the like as ordinary letters. */
  public static String compatible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f && !isItself(text.charAt(i))) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
      }
    }
    return text;
  }

  /**
   * Whether the character is one that NFKC leaves as it is, whatever stands before it: most letters
   * of Europe, kana, Han and Hangul, and the commonest quotation marks and dashes. Normalizing
   * costs many times what telling this does.
   */
  static boolean isItself(char c) {
    return c >= 0xc0 && c <= 0x131
        || c >= 0x400 && c <= 0x481
        || c >= 0x3041 && c <= 0x3096
        || c >= 0x30a1 && c <= 0x30fa
        || c >= 0x4e00 && c <= 0x9fff
        || c >= 0xac00 && c <= 0xd7a3
        || switch (c) {
          case 0xa1, 0xa7, 0xa9, 0xab, 0xae, 0xb0, 0xb7, 0xbb, 0xbf -> true;
          case 0x2013, 0x2014, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e, 0x2022 -> true;
          case 0x20ac, 0x3001, 0x3002, 0x300c, 0x300d -> true;
          default -> false;
        };
  }

  private static void fold(char c, StringBuilder out) {
    switch (c) {
      // Folding these too would change what the extractor finds, and so its version.
      case 0x201b, 0x02bc, 0x2039, 0x203a, 0x201f, 0x2033, 0x2015 -> out.append(c);
      default -> out.append(PlainPunctuation.of(c));
    }
  }

  /** Letters and digits alone, in NFKC and lower case: for comparing words, wherever they part. */
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
}
