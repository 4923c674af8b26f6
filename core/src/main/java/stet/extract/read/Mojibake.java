package stet.extract.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import stet.extract.words.Texts;
import stet.text.CharsetNames;

/**
 * Recognises UTF-8 that somebody read as Western single bytes and wrote out again ("Ã¼" for "ü").
 * The text is left as the publisher serves it: on the day the page is mended, the page changes. It
 * is said in the evidence.
 */
final class Mojibake {
  private static final int WINDOW = 40_000;
  private static final int FEWEST = 3;

  private Mojibake() {}

  /** An example with what it should have been; empty where the text shows none. */
  static String example(String text) {
    String window = Texts.head(text, WINDOW);
    String found = "";
    int broken = 0;
    int other = 0;
    for (int i = 0; i < window.length(); i++) {
      char c = window.charAt(i);
      if (c < 0x80) {
        continue;
      }
      int length = c == '\u00e2' || c == '\u00e0' ? 3 : c >= '\u00c2' && c <= '\u00d1' ? 2 : 0;
      boolean may = length > 0 && i + 1 < window.length() && window.charAt(i + 1) >= 0x80;
      String meant = may ? meant(window, i, length) : "";
      if (meant.isEmpty()) {
        other++;
      } else {
        found = found.isEmpty() ? window.substring(i, i + length) + "' for '" + meant : found;
        broken++;
        i += length - 1;
      }
    }
    return broken >= FEWEST && broken > other ? found : "";
  }

  private static String meant(String text, int at, int length) {
    if (at + length > text.length()) {
      return "";
    }
    try {
      ByteBuffer bytes =
          CharsetNames.WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(text, at, at + length));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return "";
    }
  }
}
