package stet.copies;

/**
 * Whether two texts are copies, one of the other or both of a third. Which of them was there before
 * is not said.
 *
 * @param longestRun words of the longest row that both have, quoted ones counted too
 */
public record Verdict(Kind kind, Side first, Side second, int longestRun) {

  /** What two texts are to each other. */
  public enum Kind {
    /** The shorter one stands in the other, for the most part. */
    COPY,
    /** Several paragraphs are the same, the rest is not. */
    PARTLY,
    /** Nothing that quotations, notices and chance do not explain. */
    NOT
  }

  /** The part of the shorter text that stands in the other. */
  public double share() {
    return first.words() == second.words()
        ? Math.max(first.share(), second.share())
        : shorter().share();
  }

  Side shorter() {
    return first.words() < second.words() ? first : second;
  }

  /** The same, asked the other way round. */
  public Verdict swapped() {
    return new Verdict(kind, second, first, longestRun);
  }
}
