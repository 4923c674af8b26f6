package stet.diff;

import java.util.List;
import java.util.Optional;

/**
 * The stretch of a text that is most like a wording: the one with the fewest words to put in, take
 * out or replace (Sellers' approximate matching, 1980).
 *
 * @param from number of its first word
 * @param to number of its last word, exclusive
 * @param likeness from 0 to 1, the share of the sought words that need no change
 */
public record NearestWording(int from, int to, double likeness) {
  /** Longer wordings are compared by their beginning, longer texts too. */
  private static final int LONGEST_WORDING = 200;

  private static final int LONGEST_TEXT = 20_000;

  /**
   * Looks for a wording.
   *
   * @param sought words as {@link stet.diff.word.SearchWords} folds them
   * @return nothing where no word is shared
   */
  public static Optional<NearestWording> of(List<String> sought, List<String> text) {
    List<String> wanted = sought.subList(0, Math.min(sought.size(), LONGEST_WORDING));
    int n = wanted.size();
    int m = Math.min(text.size(), LONGEST_TEXT);
    // Row i of the programme: the cost of matching the first i words up to each word of the text,
    // beginning anywhere, and where that match began.
    int[] cost = new int[m + 1];
    int[] begin = new int[m + 1];
    for (int j = 0; j <= m; j++) {
      begin[j] = j;
    }
    for (int i = 1; i <= n; i++) {
      int diagonal = cost[0];
      int diagonalBegin = begin[0];
      cost[0] = i;
      for (int j = 1; j <= m; j++) {
        int best = diagonal + (wanted.get(i - 1).equals(text.get(j - 1)) ? 0 : 1);
        int from = diagonalBegin;
        if (cost[j] + 1 < best) {
          best = cost[j] + 1;
          from = begin[j];
        }
        if (cost[j - 1] + 1 < best) {
          best = cost[j - 1] + 1;
          from = begin[j - 1];
        }
        diagonal = cost[j];
        diagonalBegin = begin[j];
        cost[j] = best;
        begin[j] = from;
      }
    }
    int end = 0;
    for (int j = 1; j <= m; j++) {
      end = cost[j] < cost[end] ? j : end;
    }
    return cost[end] >= n
        ? Optional.empty()
        : Optional.of(new NearestWording(begin[end], end, 1 - cost[end] / (double) n));
  }
}
