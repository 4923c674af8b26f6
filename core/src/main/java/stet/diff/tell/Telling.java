package stet.diff.tell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import stet.diff.Delta;
import stet.diff.Label;
import stet.diff.judge.JudgedRevision;
import stet.diff.rank.Age;
import stet.diff.rank.Part;
import stet.diff.rank.Weights;

/**
 * How much a revision tells, to rank it among others, and the one change that tells most.
 *
 * @param score from 0 to {@link Weights#MOST}; 0 where nothing a reader reads has changed
 * @param parts every part of the score with its reason, the weightiest first
 * @param excerpt the most telling change; its deltas are empty where no words changed
 */
public record Telling(int score, List<Part> parts, Excerpt excerpt) {
  public Telling {
    parts = List.copyOf(parts);
  }

  /**
   * A change with a little of what stands around it.
   *
   * @param where in words, such as {@code the headline} or {@code paragraph 14}; empty for no
   *     change
   * @param hunk index of the hunk in the revision; -1 outside the body
   * @param deltas words before it, the change, words after it, within the sentence where it is
   *     short; other changes among them are told as such. An ellipsis stands where text was cut
   */
  public record Excerpt(String where, int hunk, List<Delta> deltas) {
    public Excerpt {
      deltas = List.copyOf(deltas);
    }
  }

  /**
   * Weighs a revision.
   *
   * @param labels those given to it
   * @param age of the article when it was made
   */
  public static Telling of(JudgedRevision judged, List<Label> labels, Age age, Weights weights) {
    return TellingScorer.score(judged.facts(), labels, age, weights);
  }

  /**
   * The most telling change among some.
   *
   * @param kinds it has one of these; empty for any
   * @param words whether its own words, those that went and those that came, are wanted
   * @return empty where there is none
   */
  public static Optional<Excerpt> excerpt(
      JudgedRevision judged, Set<Label.Kind> kinds, Predicate<String> words, Weights weights) {
    return TellingScorer.excerpt(judged.facts(), kinds, words, weights);
  }
}
