package stet.cli.console;

import java.util.Locale;

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
              } else if (isControl(c)) {
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

  /** The text cut to so many characters, with an ellipsis where something is cut. */
  public static String brief(String text, int length) {
    int end = text.offsetByCodePoints(0, Math.min(length, text.codePointCount(0, text.length())));
    return end == text.length() ? text : text.substring(0, end).stripTrailing() + "…";
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c)
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c == 0x2028
        || c == 0x2029;
  }
}
