package stet.timeline;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.article.Cut;
import stet.article.Cut.Sign;

/**
 * Whether one text of an article is another one cut off, from the words of both and the signs on
 * both pages. Signs that both pages carry say nothing: many outlets print an offer on every page.
 *
 * <table>
 * <caption>What decides, of a text that is the beginning of another</caption>
 * <tr><th>seen on its page and not on the other's</th><th>verdict</th></tr>
 * <tr><td>words of a wall, an element named after one, filler, a page that ends early</td>
 *   <td>cut off</td></tr>
 * <tr><td>it is much shorter than its page says, and the other is not</td><td>cut off</td></tr>
 * <tr><td>it stops in mid sentence, and an ellipsis, an offer or a wall follows; or in mid word</td>
 *   <td>cut off</td></tr>
 * <tr><td>not free, where the other page came before</td><td>cut off</td></tr>
 * <tr><td>an offer or "read more", less than two thirds of the words, the other came before</td>
 *   <td>cut off</td></tr>
 * <tr><td>not free, an offer or "read more" in all other cases</td><td>can't be told</td></tr>
 * <tr><td>words of a wall on both pages; or it stops in mid sentence without any sign</td>
 *   <td>can't be told</td></tr>
 * <tr><td>nothing</td><td>whole</td></tr>
 * </table>
 */
enum CutVerdict {
  /** The text is what it is. */
  WHOLE,
  /** It may be cut off or shortened. */
  DOUBTFUL,
  /** It is cut off. */
  CUT_OFF;

  private static final Set<Sign> SAYING = EnumSet.of(Sign.METERED, Sign.REGISTRATION, Sign.PAYWALL);
  private static final Set<Sign> STRONG =
      EnumSet.of(
          Sign.METERED,
          Sign.REGISTRATION,
          Sign.PAYWALL,
          Sign.MARKUP,
          Sign.WITHHELD,
          Sign.FILLER,
          Sign.HALF_LOADED);
  private static final Set<Sign> FAINT = EnumSet.of(Sign.OFFER, Sign.READ_MORE);

  /** What the other has more must be some words at least; an editor's trim may be as small. */
  private static final int LEAST_WORDS = 8;

  private static final double LEAST_SHARE = 0.05;

  /** So many words after the text may be a line of furniture that was read as text. */
  private static final int SOME = 8;

  /** The same where an offer is known to stand there. */
  private static final int OFFERING = 40;

  /** One text with the signs on its page. */
  record Page(Prefix.Text text, @Nullable Cut cut) {
    boolean has(Sign sign) {
      return cut != null && cut.has(sign);
    }

    boolean any(Set<Sign> signs) {
      return cut != null && cut.signs().stream().anyMatch(signs::contains);
    }

    /** Whether the page says that the story has just the words that it shows. */
    boolean saysWhole() {
      int stated = cut == null ? 0 : cut.stated();
      return stated > 0 && Math.abs(stated - text.words()) <= 3 + text.words() / 12;
    }
  }

  /**
   * @param piece the shorter text
   * @param whole the longer one
   * @param before whether the longer one was seen before the shorter one
   */
  static CutVerdict of(Page piece, Page whole, boolean before) {
    boolean filled = piece.has(Sign.FILLER) && !whole.has(Sign.FILLER);
    Prefix prefix = Prefix.of(piece.text, whole.text);
    boolean beginning =
        prefix.holds(piece.has(Sign.OFFER) ? OFFERING : SOME, filled) && tells(prefix, whole.text);
    if (!beginning) {
      int gone = whole.text.words() - prefix.matched();
      boolean other = gone * 5 >= whole.text.words() * 2 && fresh(SAYING, piece, whole);
      return other ? DOUBTFUL : WHOLE;
    }
    if (prefix.inSentence()) {
      return inSentence(piece, whole, prefix);
    }
    if (piece.saysWhole()) {
      return fresh(SAYING, piece, whole) ? DOUBTFUL : WHOLE;
    }
    return strong(piece, whole, prefix)
        ? CUT_OFF
        : faint(piece, whole, before && piece.text.words() * 3 <= whole.text.words() * 2, before);
  }

  private static boolean tells(Prefix prefix, Prefix.Text whole) {
    return prefix.tail() >= Math.max(LEAST_WORDS, whole.words() * LEAST_SHARE);
  }

  private static CutVerdict inSentence(Page piece, Page whole, Prefix prefix) {
    boolean sign =
        piece.has(Sign.ELLIPSIS)
            || piece.any(STRONG)
            || piece.any(FAINT)
            || piece.has(Sign.NOT_FREE)
            || piece.has(Sign.LENGTH);
    boolean stops = piece.has(Sign.ELLIPSIS) || piece.has(Sign.UNFINISHED);
    if (sign && stops || prefix.inWord() && prefix.blocksLeft() > 0) {
      return CUT_OFF;
    }
    if (strong(piece, whole, prefix)) {
      return CUT_OFF;
    }
    return stops ? DOUBTFUL : faint(piece, whole, false, false);
  }

  private static boolean strong(Page piece, Page whole, Prefix prefix) {
    return fresh(STRONG, piece, whole)
        || prefix.veiled()
        || piece.has(Sign.LENGTH) && !whole.has(Sign.LENGTH);
  }

  private static CutVerdict faint(Page piece, Page whole, boolean much, boolean before) {
    boolean paid = fresh(EnumSet.of(Sign.NOT_FREE), piece, whole);
    if (before && paid || much && fresh(FAINT, piece, whole)) {
      return CUT_OFF;
    }
    boolean both = piece.any(SAYING) && whole.any(SAYING);
    return paid || both || fresh(FAINT, piece, whole) ? DOUBTFUL : WHOLE;
  }

  /** Whether the shorter one's page has a sign of these that the longer one's has not. */
  private static boolean fresh(Set<Sign> signs, Page piece, Page whole) {
    return piece.cut != null
        && piece.cut.signs().stream().anyMatch(s -> signs.contains(s) && !whole.has(s));
  }

  /** Whether signs alone, without a look at the texts, leave anything to be judged. */
  static boolean worthALook(@Nullable Cut piece, @Nullable Cut whole) {
    List<Sign> signs = piece == null ? List.of() : piece.signs();
    return signs.stream().anyMatch(s -> whole == null || !whole.has(s) || SAYING.contains(s));
  }
}
