package stet.corpus;

import java.util.Arrays;
import java.util.List;

/** The words of a command line: options with a number behind them, flags, and one more word. */
public record Options(List<String> words) {
  /** Reads a command line. */
  public static Options of(String[] args) {
    return new Options(Arrays.asList(args));
  }

  /** A number, or the standard one. */
  public long number(String name, long standard) {
    return Long.parseLong(text(name, String.valueOf(standard)));
  }

  /** The word behind an option, or the standard one. */
  public String text(String name, String standard) {
    int at = words.indexOf(name);
    return at < 0 ? standard : words.get(at + 1);
  }

  boolean has(String flag) {
    return words.contains(flag);
  }

  String last(String what) {
    if (words.isEmpty() || words.get(words.size() - 1).startsWith("--")) {
      throw new IllegalArgumentException("name " + what);
    }
    return words.get(words.size() - 1);
  }
}
