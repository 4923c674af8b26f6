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
      if (text.charAt(i) > 0x7f) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
      }
    }
    return text;
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
