package stet.copies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import stet.copies.Verdict.Kind;

/**
 * Whether two texts are copies, by the rows of words that both have. The verdict is the same
 * whichever text comes first. What is quoted, stands in tables or in many stories of an outlet
 * counts neither for nor against.
 */
public final class CopyCheck {
  /** A copy has this part of the shorter text at least. */
  private static final double COPIED = 0.45;

  /** Words that a copy shares at least; and a text with fewer words of its own than that. */
  private static final int COPIED_WORDS = 30;

  private static final int SHORT_WORDS = 16;

  /** Where there is reason for doubt, this part of the shorter text. */
  private static final double MOSTLY = 0.8;

  /** A text with less of its own is mostly standing text, tables and quotations. */
  private static final double OWN = 0.5;

  /** What parts of a story have at least to be called copied. */
  private static final double PARTLY = 0.15;

  private static final int PARTLY_WORDS = 60;

  /** A paragraph stands in the other text with this part of its words. */
  private static final double PARAGRAPH = 0.8;

  private static final int PARAGRAPH_WORDS = 12;

  /** Shared words by which a paragraph counts among those that what is shared is spread over. */
  private static final int SPREAD_WORDS = 8;

  private final StandingText standing;

  CopyCheck(StandingText standing) {
    this.standing = standing;
  }

  /** A check that knows of no standing text of outlets. */
  public static CopyCheck plain() {
    return new CopyCheck(StandingText.NONE);
  }

  /** Whether these are copies. Texts of one outlet are compared as any others. */
  public Verdict compare(Text first, Text second) {
    return compare(prepared(first), prepared(second));
  }

  /** A text made ready to be compared with many others. */
  Prepared prepared(Text text) {
    CutText cut = CutText.of(text);
    BitSet left = Fingerprints.leftOut(cut);
    boolean[] known = standing.paragraphs(cut, text.outlet());
    for (int i = 0; i < cut.size; i++) {
      if (known[cut.paragraph[i]]) {
        left.set(i);
      }
    }
    return new Prepared(cut, left, RowSet.of(cut));
  }

  /**
   * A text ready to be compared.
   *
   * @param left words that count for nothing
   */
  record Prepared(CutText text, BitSet left, RowSet rows) {
    /** Whether little is left of it. */
    boolean remnant() {
      return text.weightWithout(left) < OWN * text.weightWithout(new BitSet());
    }
  }

  Verdict compare(Prepared first, Prepared second) {
    BitSet inFirst = covered(first.text, second.rows);
    BitSet inSecond = covered(second.text, first.rows);
    Side a = side(first, inFirst);
    Side b = side(second, inSecond);
    int run = Math.max(longest(first.text, inFirst), longest(second.text, inSecond));
    Verdict all = new Verdict(Kind.NOT, a, b, run);
    return new Verdict(kind(all, first.remnant() || second.remnant()), a, b, run);
  }

  private static Kind kind(Verdict found, boolean remnant) {
    int shared = Math.min(found.first().shared(), found.second().shared());
    int words = Math.min(found.first().words(), found.second().words());
    double share = found.share();
    boolean few = words < COPIED_WORDS;
    // One paragraph that two texts share may be a notice that a third one wrote.
    boolean spread = found.first().spread() > 1 || found.second().spread() > 1;
    boolean hard = few || remnant || !spread;
    if (few && (remnant || found.longestRun() < SHORT_WORDS)) {
      return Kind.NOT;
    }
    if (shared >= (few ? SHORT_WORDS : COPIED_WORDS) && share >= (hard ? MOSTLY : COPIED)) {
      return Kind.COPY;
    }
    boolean whole = found.first().paragraphs().size() > 1 && found.second().paragraphs().size() > 1;
    return shared >= PARTLY_WORDS && share >= PARTLY && whole ? Kind.PARTLY : Kind.NOT;
  }

  /** Words that belong to a row which the other text has. */
  private static BitSet covered(CutText text, RowSet other) {
    BitSet covered = new BitSet(text.size);
    for (int i = 0; i < text.size; i++) {
      if (text.row[i] != 0 && other.contains(text.row[i])) {
        covered.set(i, i + text.length[i]);
      }
    }
    return covered;
  }

  private static Side side(Prepared text, BitSet covered) {
    CutText cut = text.text;
    int[] all = new int[cut.paragraphs];
    int[] same = new int[cut.paragraphs];
    int total = cut.weightWithout(text.left);
    int words = 0;
    int shared = 0;
    int[] stretches = new int[Long.SIZE];
    for (int i = 0; i < cut.size; i++) {
      if (!text.left.get(i)) {
        int heavy = cut.weight[i];
        int both = covered.get(i) ? heavy : 0;
        stretches[(int) ((long) words * Long.SIZE / total)] += 2 * both - heavy;
        words += heavy;
        shared += both;
        all[cut.paragraph[i]] += heavy;
        same[cut.paragraph[i]] += both;
      }
    }
    long where = 0;
    for (int i = 0; i < Long.SIZE; i++) {
      where |= stretches[i] > 0 ? 1L << i : 0;
    }
    List<Integer> paragraphs = new ArrayList<>();
    int spread = 0;
    for (int p = 0; p < all.length; p++) {
      spread += same[p] >= SPREAD_WORDS * CutText.WORD ? 1 : 0;
      if (all[p] >= PARAGRAPH_WORDS * CutText.WORD && same[p] >= PARAGRAPH * all[p]) {
        paragraphs.add(p);
      }
    }
    return new Side(words / CutText.WORD, shared / CutText.WORD, where, spread, paragraphs);
  }

  private static int longest(CutText text, BitSet covered) {
    int most = 0;
    for (int from = covered.nextSetBit(0); from >= 0; ) {
      int to = covered.nextClearBit(from);
      int sum = 0;
      for (int i = from; i < to; i++) {
        sum += text.weight[i];
      }
      most = Math.max(most, sum);
      from = covered.nextSetBit(to);
    }
    return most / CutText.WORD;
  }
}
