package stet.diff.rank;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;
import stet.diff.judge.Facts;
import stet.diff.judge.Judged;

/**
 * How much a revision tells.
 *
 * @param score the sum of the parts, but neither less than 0 nor more than {@link Weights#MOST}; 0
 *     where nothing a reader reads has changed
 * @param parts every part of the score, the weightiest first
 * @param best the change that tells most; null where no words changed
 */
public record Rank(int score, List<Part> parts, @Nullable Judged best) {
  public Rank {
    parts = List.copyOf(parts);
  }

  /**
   * Ranks a revision.
   *
   * @param labels those given to it
   */
  public static Rank of(Facts facts, List<Label> labels, Age age, Weights weights) {
    return new Ranking(facts, labels, age, weights).rank();
  }

  /** Some parts in words, such as {@code in the headline +30, a number changed +22}. */
  public static String words(List<Part> parts) {
    return parts.stream().map(Part::words).collect(Collectors.joining(", "));
  }
}
