package stet.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Cuts texts to a length. Lengths and places are in UTF-16 units, as {@link String#length} counts.
 * No cut goes through what a reader sees as one character: a letter with its accents, a flag, an
 * emoji with its skin (extended grapheme clusters, UAX 29).
 */
public final class Truncation {
  /** What stands where something was left out. */
  public static final String ELLIPSIS = "\u2026";

  /** More units are no character that anybody reads: marks heaped on a letter. */
  private static final int LONGEST_CLUSTER = 64;

  /** From here on characters join with others. */
  private static final char FIRST_MARK = '\u0300';

  private Truncation() {}

  /** The text, or as much of its beginning as has at most {@code most} units. */
  public static String head(String text, int most) {
    return text.length() <= most ? text : text.substring(0, before(text, most));
  }

  /** The same, with an ellipsis, which is not counted, where something was left out. */
  public static String shortened(String text, int most) {
    return text.length() <= most ? text : head(text, most) + ELLIPSIS;
  }

  /** The last place to cut at or before one, which may lie outside of the text. */
  public static int before(String text, int at) {
    if (at <= 0 || at >= text.length() || isPlain(text, at)) {
      return Math.max(0, Math.min(at, text.length()));
    }
    BreakIterator clusters = clusters(text);
    int cut = clusters.isBoundary(at) ? at : clusters.preceding(at);
    return at - cut > LONGEST_CLUSTER ? codePointBoundary(text, at) : cut;
  }

  /** The first place to cut at or after one, which may lie outside of the text. */
  public static int after(String text, int at) {
    if (at <= 0 || at >= text.length() || isPlain(text, at)) {
      return Math.max(0, Math.min(at, text.length()));
    }
    BreakIterator clusters = clusters(text);
    int cut = clusters.isBoundary(at) ? at : clusters.following(at);
    return cut - at > LONGEST_CLUSTER ? codePointBoundary(text, at) : cut;
  }

  /**
   * The place itself, or the one before it where it parts a surrogate pair. For texts that are kept
   * and compared: it depends on no version of Unicode.
   *
   * @param at within the text
   */
  public static int codePointBoundary(String text, int at) {
    boolean pair =
        at > 0
            && at < text.length()
            && Character.isHighSurrogate(text.charAt(at - 1))
            && Character.isLowSurrogate(text.charAt(at));
    return pair ? at - 1 : at;
  }

  private static boolean isPlain(String text, int at) {
    char left = text.charAt(at - 1);
    char right = text.charAt(at);
    return left < FIRST_MARK && right < FIRST_MARK && !(left == '\r' && right == '\n');
  }

  private static BreakIterator clusters(String text) {
    BreakIterator clusters = Clusters.ALL.clone();
    clusters.setText(text);
    return clusters;
  }

  /** ICU is a tenth of what a short command loads, and most texts are cut without it. */
  private static final class Clusters {
    // ICU's iterators are not thread-safe; cloning one is cheap, building one is not.
    static final BreakIterator ALL = BreakIterator.getCharacterInstance(ULocale.ROOT);
  }
}
