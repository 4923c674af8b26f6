package stet.diff.tell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import stet.diff.Delta;
import stet.diff.Label;
import stet.diff.judge.JudgedRevision;

/**
 * How much a revision tells, to rank it among others, and the one change that tells most.
 *
 * @param score the sum of the terms, 0 where nothing a reader reads has changed
 * @param terms every part of the score with its reason, the largest first
 * @param excerpt the most telling change; its deltas are empty where no words changed
 */
public record Telling(int score, List<Term> terms, Excerpt excerpt) {
  public Telling {
    terms = List.copyOf(terms);
  }

  /**
   * A part of the score.
   *
   * @param id short and stable, such as {@code number}
   * @param reason in words for a reader
   * @param points never negative
   * @param own whether it is of the excerpt's change, rather than of the revision that it came with
   */
  public record Term(String id, String reason, int points, boolean own) {}

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
   */
  public static Telling of(JudgedRevision judged, List<Label> labels) {
    return TellingScorer.score(judged.facts(), labels);
  }

  /**
   * The most telling change among some.
   *
   * @param kinds it has one of these; empty for any
   * @param words whether its own words, those that went and those that came, are wanted
   * @return empty where there is none
   */
  public static Optional<Excerpt> excerpt(
      JudgedRevision judged, Set<Label.Kind> kinds, Predicate<String> words) {
    return TellingScorer.excerpt(judged.facts(), kinds, words);
  }
}
