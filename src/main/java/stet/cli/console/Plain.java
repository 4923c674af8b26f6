package stet.cli.console;

import java.util.Locale;
import stet.text.ControlCharacters;
import stet.text.Truncation;

/** Text of captured pages made harmless for a terminal. */
public final class Plain {
  private Plain() {}

  /**
   * Control characters, which could move the cursor or forge lines, and characters that turn the
   * direction of writing, which could reverse a number, become a visible replacement.
   */
  public static String text(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\t') {
                out.appendCodePoint(c);
              } else if (ControlCharacters.isAny(c)) {
                out.append('\uFFFD');
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** The same on one line. */
  public static String line(String text) {
    return text(text).replace('\n', ' ').replace('\t', ' ');
  }

  /** {@code count} things, in English: {@code 1 capture}, {@code 1,203 captures}. */
  public static String count(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }

  /**
   * The text cut to a length in UTF-16 units, with an ellipsis close behind the last word where
   * something is cut.
   */
  public static String brief(String text, int length) {
    String head = Truncation.head(text, length);
    return head.length() == text.length() ? text : head.stripTrailing() + Truncation.ELLIPSIS;
  }
}
