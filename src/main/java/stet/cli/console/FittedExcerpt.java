package stet.cli.console;

import java.util.ArrayList;
import java.util.List;
import stet.diff.Delta;
import stet.text.Truncation;

/**
 * A change with what stands around it, cut to fit a line. What stands around it goes first, and
 * where the change itself does not fit, an ellipsis inside its mark says so.
 */
public final class FittedExcerpt {
  private static final int LITTLE = 12;

  /** Columns of a mark where there are no colours. */
  private static final int MARK = 4;

  private final boolean colours;

  /**
   * @param colours whether marks are colours
   */
  public FittedExcerpt(boolean colours) {
    this.colours = colours;
  }

  private record Piece(Marks marks, String text) {}

  /**
   * The excerpt with its marks.
   *
   * @param width in columns of the terminal; what cannot be shorter may be wider
   */
  public String of(List<Delta> deltas, int width) {
    List<Piece> pieces = new ArrayList<>();
    deltas.forEach(d -> add(d, pieces));
    int first = first(pieces);
    if (width(pieces) > width && first > 0) {
      String left = text(pieces.subList(0, first));
      pieces.subList(0, first).clear();
      pieces.add(0, new Piece(Marks.KEPT, tail(left)));
    }
    return marked(width(pieces) > width ? cut(pieces, width) : pieces);
  }

  private static void add(Delta delta, List<Piece> pieces) {
    String text = delta.after().isEmpty() ? delta.before() : delta.after();
    String line = Plain.line(text);
    if (!line.isEmpty()) {
      pieces.add(new Piece(Marks.of(delta.kind()), line));
    }
  }

  private static int first(List<Piece> pieces) {
    int first = 0;
    while (first < pieces.size() && pieces.get(first).marks() == Marks.KEPT) {
      first++;
    }
    return first;
  }

  private static String text(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(p -> text.append(p.text()));
    return text.toString();
  }

  private static String tail(String text) {
    if (text.length() <= LITTLE + 1) {
      return text;
    }
    int space = text.indexOf(' ', text.length() - LITTLE - 1);
    int from = space < 0 ? text.length() - LITTLE : space;
    return Truncation.ELLIPSIS + text.substring(Truncation.after(text, from));
  }

  private List<Piece> cut(List<Piece> pieces, int width) {
    int left = (int) pieces.stream().filter(p -> p.marks() != Marks.KEPT).count();
    int each = Math.max(LITTLE, (width - 2 * LITTLE) / Math.max(1, left) - MARK);
    List<Piece> cut = new ArrayList<>();
    for (Piece piece : pieces) {
      boolean kept = piece.marks() == Marks.KEPT;
      left -= kept ? 0 : 1;
      int room = kept ? width - width(cut) - left * (each + MARK) : each;
      boolean none = kept && room < LITTLE && piece.text().length() > LITTLE;
      cut.add(
          new Piece(piece.marks(), none ? Truncation.ELLIPSIS : head(piece.text(), room(room))));
    }
    return cut;
  }

  private static int room(int columns) {
    return Math.max(LITTLE, columns);
  }

  /** As much of the text as fits, with an ellipsis where something was left out. */
  public static String head(String text, int columns) {
    if (DisplayWidth.of(text) <= columns) {
      return text;
    }
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (used + DisplayWidth.of(c) > columns - 1) {
        break;
      }
      used += DisplayWidth.of(c);
      at += Character.charCount(c);
    }
    return text.substring(0, Truncation.before(text, at)).stripTrailing() + Truncation.ELLIPSIS;
  }

  private int width(List<Piece> pieces) {
    int width = 0;
    for (Piece piece : pieces) {
      int marks = colours ? 0 : piece.marks().mark("x", false).length() - 1;
      width += DisplayWidth.of(piece.text()) + marks;
    }
    return width;
  }

  private String marked(List<Piece> pieces) {
    StringBuilder out = new StringBuilder();
    pieces.forEach(p -> out.append(p.marks().mark(p.text(), colours)));
    return out.toString();
  }
}
