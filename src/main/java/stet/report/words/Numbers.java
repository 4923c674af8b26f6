package stet.report.words;

import java.util.List;
import java.util.Locale;

/** Numbers as a reader expects them. */
public final class Numbers {
  private static final List<String> WORDS =
      List.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private Numbers() {}

  /** Digits in groups of three: {@code 7,869}. */
  public static String grouped(long number) {
    // Most are small, and a format is read anew each time.
    return number > -1_000 && number < 1_000
        ? Long.toString(number)
        : String.format(Locale.ROOT, "%,d", number);
  }

  /** Up to twelve in words, digits from there on. */
  public static String words(long number) {
    return number >= 0 && number < WORDS.size() ? WORDS.get((int) number) : grouped(number);
  }

  /** {@code 1 version}, {@code 7,869 versions}. */
  public static String of(long number, String one, String many) {
    return grouped(number) + " " + (number == 1 ? one : many);
  }

  /** As {@link #of}, small numbers in words. */
  public static String wordsOf(long number, String one, String many) {
    return words(number) + " " + (number == 1 ? one : many);
  }
}
