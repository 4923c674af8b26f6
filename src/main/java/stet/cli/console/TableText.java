package stet.cli.console;

import java.util.ArrayList;
import java.util.List;
import stet.article.Block;

/** Rows of a table as lines, their cells in columns. */
public final class TableText {
  /** A column is no wider, whatever its longest cell. */
  private static final int WIDEST = 40;

  private static final String BETWEEN = " | ";

  private TableText() {}

  /** Where the rows end that begin there. */
  public static int end(List<Block> body, int from) {
    int end = from;
    while (end < body.size() && body.get(end) instanceof Block.TableRow) {
      end++;
    }
    return end;
  }

  /** A line for each of these rows. */
  public static List<String> lines(List<Block> rows) {
    List<List<String>> cells =
        rows.stream()
            .map(r -> ((Block.TableRow) r).cells().stream().map(Plain::line).toList())
            .toList();
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : cells) {
      for (int i = 0; i < row.size(); i++) {
        int width = Math.min(WIDEST, DisplayWidth.of(row.get(i)));
        if (i == widths.size()) {
          widths.add(width);
        }
        widths.set(i, Math.max(widths.get(i), width));
      }
    }
    return cells.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      line.append(i == 0 ? "" : BETWEEN).append(cell);
      line.append(" ".repeat(Math.max(0, widths.get(i) - DisplayWidth.of(cell))));
    }
    return line.toString().stripTrailing();
  }
}
