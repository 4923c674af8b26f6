package stet.text;

/** Words that others chose, such as those of a server or an error, as one line of a message. */
public final class OneLine {
  private OneLine() {}

  /**
   * Line breaks, other control characters and runs of spaces become one space; none at the ends.
   */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || ControlCharacters.isControl(c) || ControlCharacters.isSeparator(c)) {
        gap = !out.isEmpty();
        continue;
      }
      out.append(gap ? " " : "").append(c);
      gap = false;
    }
    return out.toString();
  }
}
