package stet.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that was probably meant. */
public final class NearestName {
  private NearestName() {}

  /** The nearest of the names; empty where none is within a third of the word's letters. */
  public static Optional<String> of(String word, Collection<String> names) {
    return names.stream()
        .filter(name -> 3 * distance(word, name) <= Math.max(3, Math.min(word.length(), 30)))
        .min(Comparator.comparing((String name) -> distance(word, name)).thenComparing(n -> n));
  }

  /** {@code ; did you mean 'silent'?}, or another text where none is near. */
  public static String hint(String word, Collection<String> names, String otherwise) {
    return of(word, names).map(name -> "; did you mean '" + name + "'?").orElse(otherwise);
  }

  /**
   * How many letters were added, left out, taken for others or swapped (optimal string alignment;
   * Damerau, <i>A technique for computer detection and correction of spelling errors</i>, 1964).
   */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, d);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] d) {
    int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(d[i - 1][j - 1] + other, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
