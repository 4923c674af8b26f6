package stet.copies;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Some rows of a text that stand for it: of the rows that begin within {@link #WINDOW} the one with
 * the least hash (winnowing: Schleimer, Wilkerson, Aiken, SIGMOD 2003). Two texts with a row of
 * {@link CutText#ROW} and {@link #WINDOW} together in common have a fingerprint in common, however
 * much else they say; a MinHash of whole texts would not see a brief within a long story.
 */
final class Fingerprints {
  /** Weight of a window: ten words. */
  static final int WINDOW = 10 * CutText.WORD;

  /** A text that is quoted but for this part is looked at as a whole. */
  static final double SPEECH = 0.3;

  private Fingerprints() {}

  /** Words at which the chosen rows begin, in order. */
  static int[] positions(CutText text) {
    BitSet left = leftOut(text);
    int[] chosen = new int[16];
    int n = 0;
    int end = 0;
    int sum = 0;
    int least = -1;
    for (int i = 0; i < text.size; i++) {
      int from = end;
      while (end < text.size && sum < WINDOW) {
        sum += text.weight[end++];
      }
      if (sum < WINDOW && i > 0) {
        break;
      }
      least = least(text, left, least < i ? -1 : least, least < i ? i : from, end);
      sum -= text.weight[i];
      if (least >= 0 && (n == 0 || chosen[n - 1] != least)) {
        chosen = n == chosen.length ? Arrays.copyOf(chosen, n * 2) : chosen;
        chosen[n++] = least;
      }
    }
    return Arrays.copyOf(chosen, n);
  }

  /** Tables; and quotations, unless there is little else. */
  static BitSet leftOut(CutText text) {
    BitSet both = (BitSet) text.tables.clone();
    both.or(text.quoted);
    boolean speech = text.weightWithout(both) < SPEECH * text.weightWithout(text.tables);
    return speech ? (BitSet) text.tables.clone() : both;
  }

  private static int least(CutText text, BitSet left, int known, int from, int to) {
    int least = known;
    for (int i = from; i < to; i++) {
      if (stands(text, left, i) && (least < 0 || text.row[i] <= text.row[least])) {
        least = i;
      }
    }
    return least;
  }

  private static boolean stands(CutText text, BitSet left, int at) {
    return text.row[at] != 0 && !left.get(at);
  }
}
