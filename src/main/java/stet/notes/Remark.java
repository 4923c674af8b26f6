package stet.notes;

import stet.text.OneLine;

/**
 * What is said of a revision. All of it is a person's judgement.
 *
 * @param verdict one word or a few, of a list that the collection's settings give, or of another;
 *     empty for none, at most {@value #MOST_VERDICT} characters
 * @param important whether it is marked as such
 * @param text a note of one or more lines; empty for none, at most {@value #MOST_TEXT} characters
 * @param author who says it; empty where it is not told, at most {@value #MOST_AUTHOR} characters
 */
public record Remark(String verdict, boolean important, String text, String author) {
  /** UTF-16 units of a verdict. */
  public static final int MOST_VERDICT = 60;

  /** UTF-16 units of a note. */
  public static final int MOST_TEXT = 10_000;

  /** UTF-16 units of an author's name. */
  public static final int MOST_AUTHOR = 120;

  /**
   * @throws IllegalArgumentException when it says nothing, or a part of it is too long, with a
   *     sentence for a person
   */
  public Remark {
    verdict = OneLine.of(verdict);
    author = OneLine.of(author);
    text = text.replace("\r\n", "\n").replace('\r', '\n').strip();
    require("verdict", verdict, MOST_VERDICT);
    require("note", text, MOST_TEXT);
    require("author's name", author, MOST_AUTHOR);
    if (verdict.isEmpty() && text.isEmpty() && !important) {
      throw new IllegalArgumentException("There is no verdict, no note and no mark.");
    }
  }

  private static void require(String part, String said, int most) {
    if (said.length() > most) {
      throw new IllegalArgumentException("The " + part + " has more than " + most + " characters.");
    }
  }
}
