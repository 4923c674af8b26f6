package stet.text;

import java.util.regex.Pattern;

/**
 * Text for a cell of a table that a spreadsheet may open. What it would run as a formula, and what
 * was escaped because of it, has an apostrophe put in front, so that taking one away from each such
 * text gives back every text.
 */
public final class SpreadsheetText {
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r]");

  private SpreadsheetText() {}

  /** The text as it is written. */
  public static String escaped(String text) {
    return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }

  /** The text that was written so. */
  public static String unescaped(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
  }
}
