package stet.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text that others wrote, made fit to be handed on. */
public final class SafeText {
  /** As browsers read an address, whose slashes may lean either way. */
  private static final Pattern USER =
      Pattern.compile("(?i)(\\bhttps?:[/\\\\]{1,3})[^/\\\\?#\\s\"'<>]*@");

  private SafeText() {}

  /**
   * Without the user names and passwords of the web addresses in it. They are no part of what a
   * page is, and nobody means to publish them.
   */
  public static String withoutUsers(String text) {
    return text.indexOf('@') < 0 ? text : USER.matcher(text).replaceAll("$1");
  }

  /**
   * Control characters that a terminal obeys and characters that turn the direction of writing, as
   * {@code \\u202e}: in a string of JSON that is the same text. Line breaks and tabs stay.
   */
  public static String escaped(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isRisky(c)) {
        out = out == null ? new StringBuilder(text.length() + 16).append(text, 0, i) : out;
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else if (out != null) {
        out.append(c);
      }
    }
    return out == null ? text : out.toString();
  }

  /** Whether a reader may be misled by the character itself. */
  public static boolean isRisky(char c) {
    return ControlCharacters.isAny(c) && c != '\n' && c != '\t' && c != '\r';
  }
}
