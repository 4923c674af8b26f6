package stet.notify.channel;

import java.nio.charset.StandardCharsets;
import stet.text.Truncation;

/** Texts cut for services that count bytes. */
final class Utf8 {
  private Utf8() {}

  /** The text, or its beginning with an ellipsis, in at most so many bytes. */
  static String shortened(String text, int most) {
    if (size(text) <= most) {
      return text;
    }
    int left = most - size(Truncation.ELLIPSIS);
    int units = 0;
    for (int bytes = 0; units < text.length(); ) {
      int c = text.codePointAt(units);
      bytes += size(Character.toString(c));
      if (bytes > left) {
        break;
      }
      units += Character.charCount(c);
    }
    return Truncation.shortened(text, units);
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
