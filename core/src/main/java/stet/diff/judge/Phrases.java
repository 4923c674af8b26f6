package stet.diff.judge;

import stet.diff.Edit;
import stet.text.Capitals;
import stet.text.Truncation;

/** Edits in words for a reader. */
public final class Phrases {
  private static final int LONGEST = 90;

  private Phrases() {}

  /** {@code 'some 150' became '129'}, {@code 'reportedly' was added}, {@code 'not' was removed}. */
  public static String change(Edit edit) {
    String was = edit.before().strip();
    String is = edit.after().strip();
    if (was.isEmpty() || isMark(was, is)) {
      return quote(is) + " was added";
    }
    if (is.isEmpty() || isMark(is, was)) {
      return quote(was) + " was removed";
    }
    String tail = isWord(was) && isWord(is) ? nextWord(edit.right()) : "";
    return quote(was + tail) + " became " + quote(is + tail);
  }

  /** Whether one is punctuation only, which no word was put in place of or replaced. */
  private static boolean isMark(String text, String other) {
    return text.codePoints().allMatch(Phrases::isPunctuation)
        && other.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static boolean isPunctuation(int c) {
    int type = Character.getType(c);
    return type >= Character.DASH_PUNCTUATION && type <= Character.OTHER_PUNCTUATION
        || type == Character.INITIAL_QUOTE_PUNCTUATION
        || type == Character.FINAL_QUOTE_PUNCTUATION;
  }

  /** A lone number says little: the word after it says what was counted. */
  private static String nextWord(String right) {
    if (right.length() < 2 || right.charAt(0) != ' ') {
      return "";
    }
    int end = right.indexOf(' ', 1);
    String word = right.substring(0, end < 0 ? right.length() : end);
    return Character.isLetterOrDigit(word.charAt(1)) ? word.replaceAll("[.,;:!?]+$", "") : "";
  }

  private static boolean isWord(String text) {
    return text.indexOf(' ') < 0;
  }

  public static String quote(String text) {
    String line = text.replace('\n', ' ').strip();
    return "\u2018" + shorten(line, LONGEST) + "\u2019";
  }

  /** Cut at a word, with an ellipsis, where the text is longer, in UTF-16 units. */
  public static String shorten(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int cut = text.lastIndexOf(' ', most);
    cut = cut < most / 2 ? most : cut;
    // Labels keep this: it must be the same with every version of Unicode.
    int end = Truncation.codePointBoundary(text, cut);
    return text.substring(0, end).stripTrailing() + Truncation.ELLIPSIS;
  }

  /** {@code a paragraph}, {@code two paragraphs}, {@code 14 paragraphs}. */
  public static String count(long n, String one, String many) {
    String[] words = {
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"
    };
    return (n < words.length ? words[(int) n] : Long.toString(n)) + " " + (n == 1 ? one : many);
  }

  public static String sentence(String text) {
    return stopped(Capitals.first(text));
  }

  /** Ends a sentence, unless it ends already or the quotation at its end does. */
  public static String stopped(String text) {
    boolean ended = text.endsWith(".") || text.matches("(?s).*[.!?…。！？]’");
    return ended ? text : text + ".";
  }
}
