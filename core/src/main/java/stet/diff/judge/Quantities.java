package stet.diff.judge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import stet.diff.Edit;
import stet.diff.word.TokenSpans;
import stet.diff.word.WordScanner;

/** Tells numbers from dates and times of day, by the word and by what stands beside it. */
final class Quantities {
  private static final Pattern CLOCK_TIME = Pattern.compile("\\p{Nd}{1,2}[:.]\\p{Nd}{2}(?:[ap]m)?");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\p{Nd}{2}");
  private static final Pattern DATE =
      Pattern.compile("\\p{Nd}{1,4}[-/.]\\p{Nd}{1,2}[-/.]\\p{Nd}{1,4}");

  private final Optional<WordLists> lists;

  Quantities(Optional<WordLists> lists) {
    this.lists = lists;
  }

  /** Words that are numbers, and words that tell a date or a time. */
  record Told(List<String> numbers, List<String> times) {}

  /**
   * Sorts the words of one side of an edit.
   *
   * @param text what stood there, or what stands there now
   */
  Told in(Edit edit, String text) {
    Told told = new Told(new ArrayList<>(), new ArrayList<>());
    TokenSpans spans = WordScanner.scan(text, 0, text.length());
    BitSet stated = TimeSpans.in(edit.left() + text + edit.right());
    boolean month = nearMonth(edit);
    for (int t = 0; t < spans.size; t++) {
      String word = text.substring(sign(text, spans.start[t]), spans.end[t]);
      if (stated.get(edit.left().length() + spans.start[t])) {
        if (hasDigit(word)) {
          told.times.add(word);
        }
      } else if (isTime(word, month)) {
        told.times.add(word);
      } else if (isNumber(word) || in(WordLists.Name.NUMBER, word)) {
        told.numbers.add(word);
      }
    }
    return told;
  }

  /** Where a number begins with its minus sign, or a word begins. */
  private static int sign(String text, int start) {
    boolean minus = start > 0 && "-\u2010\u2212".indexOf(text.charAt(start - 1)) >= 0;
    boolean number = Character.isDigit(text.charAt(start));
    boolean free = start < 2 || Character.isWhitespace(text.charAt(start - 2));
    return minus && number && free ? start - 1 : start;
  }

  private boolean isTime(String word, boolean nearMonth) {
    return (CLOCK_TIME.matcher(word).matches() && !word.contains("."))
        || YEAR.matcher(word).matches()
        || DATE.matcher(word).matches()
        || in(WordLists.Name.MONTH, word)
        || in(WordLists.Name.DAY, word)
        || (nearMonth && word.matches("\\p{Nd}{1,2}(?:st|nd|rd|th|er|\\.)?"));
  }

  private boolean nearMonth(Edit edit) {
    List<String> left = EditJudge.words(edit.left());
    List<String> right = EditJudge.words(edit.right());
    return (!left.isEmpty() && in(WordLists.Name.MONTH, left.get(left.size() - 1)))
        || right.stream().limit(2).anyMatch(w -> in(WordLists.Name.MONTH, w))
        || EditJudge.words(edit.before() + " " + edit.after()).stream()
            .anyMatch(w -> in(WordLists.Name.MONTH, w));
  }

  private boolean in(WordLists.Name name, String word) {
    return lists.isPresent() && lists.get().has(name, word);
  }

  /** A digit makes a number, but not where the word is the name of a file. */
  private static boolean isNumber(String word) {
    return hasDigit(word) && word.indexOf('_') < 0;
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }
}
