package stet.cli.console;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import stet.text.SafeText;

/**
 * Escapes what a terminal would obey and a reader not see. Text for people has none of it any more;
 * in JSON an escape is the same text.
 */
public final class SafeWriter extends FilterWriter {
  private static final char ESCAPE = 0x1b;

  public SafeWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    write(String.valueOf((char) c), 0, 1);
  }

  @Override
  public void write(char[] chars, int from, int length) throws IOException {
    write(new String(chars, from, length), 0, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    int done = from;
    for (int i = from; i < from + length; i++) {
      // Colours are our own.
      if (SafeText.isRisky(text.charAt(i)) && text.charAt(i) != ESCAPE) {
        out.write(text, done, i - done);
        out.write(SafeText.escaped(text.substring(i, i + 1)));
        done = i + 1;
      }
    }
    out.write(text, done, from + length - done);
  }
}
