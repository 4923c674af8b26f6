package stet.cli.console;

import java.util.ArrayList;
import java.util.List;

/**
 * Marked text broken into lines of a fixed width, in columns of the terminal. Lines break at spaces
 * and between wide characters; what fits no line is broken anywhere. A mark never runs over the end
 * of a line: it is closed there and opened again.
 */
public final class Column {
  private final int width;
  private final boolean colours;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int used;

  /** Text of one mark that is waiting to be written on the open line. */
  private final StringBuilder run = new StringBuilder();

  private Marks mark = Marks.KEPT;

  public Column(int width, boolean colours) {
    this.width = width;
    this.colours = colours;
  }

  public void add(Marks marks, String text) {
    if (text.isEmpty()) {
      return;
    }
    change(marks);
    int from = 0;
    while (from < text.length()) {
      int to = wordEnd(text, from);
      word(text.substring(from, to));
      from = to;
    }
  }

  private void change(Marks marks) {
    flush();
    mark = marks;
    if (used + around() >= width) {
      feed();
    }
    used += around();
  }

  private int around() {
    return mark.open(colours).length() + mark.close(colours).length();
  }

  /** A word with the spaces behind it, or one wide character. */
  private static int wordEnd(String text, int from) {
    int to = from;
    while (to < text.length()) {
      int c = text.codePointAt(to);
      if (to > from && DisplayWidth.breaksAlone(c)) {
        return to;
      }
      to += Character.charCount(c);
      boolean space = c == ' ' || c == '\n';
      if (space && (to == text.length() || text.charAt(to) != ' ')) {
        return to;
      }
      if (DisplayWidth.breaksAlone(c) && !closes(text, to)) {
        return to;
      }
    }
    return to;
  }

  /** Whether a mark follows that must not begin a line. */
  private static boolean closes(String text, int at) {
    return at < text.length() && "。、，．！？」』）".indexOf(text.charAt(at)) >= 0;
  }

  private void word(String word) {
    boolean feed = word.endsWith("\n");
    String shown = word.replace("\n", "");
    if (used + DisplayWidth.of(shown.stripTrailing()) > width && used > around()) {
      next();
    }
    for (int i = 0; i < shown.length(); ) {
      int c = shown.codePointAt(i);
      int wide = DisplayWidth.of(c);
      if (used + wide > width) {
        if (c == ' ') {
          break;
        }
        next();
      }
      run.appendCodePoint(c);
      used += wide;
      i += Character.charCount(c);
    }
    if (feed) {
      next();
    }
  }

  private void next() {
    flush();
    feed();
    used += around();
  }

  private void flush() {
    line.append(mark.mark(run.toString(), colours));
    run.setLength(0);
  }

  private void feed() {
    lines.add(line.toString());
    line.setLength(0);
    used = 0;
  }

  /** The lines; none where there is no text. */
  public List<String> lines() {
    flush();
    if (line.length() > 0) {
      feed();
    }
    return lines;
  }
}
