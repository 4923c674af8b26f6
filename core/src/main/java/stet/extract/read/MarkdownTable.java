package stet.extract.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import stet.article.Block;
import stet.text.CleanText;

/** Tables as GitHub's dialect of Markdown has them: a line a row, with bars between the cells. */
final class MarkdownTable {
  private static final Pattern DELIMITER =
      Pattern.compile("\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)*\\|?");

  private static final int MOST_CELLS = 60;

  private MarkdownTable() {}

  /**
   * The rows of a paragraph that is a table; none where it is not.
   *
   * @param text with its line breaks
   */
  static List<Block> rows(String text) {
    if (text.indexOf('|') < 0) {
      return List.of();
    }
    List<String> lines = text.lines().map(CleanText::of).filter(l -> !l.isEmpty()).toList();
    boolean headed =
        lines.size() > 1 && lines.get(0).indexOf('|') >= 0 && isDelimiter(lines.get(1));
    boolean barred =
        lines.stream().allMatch(l -> l.startsWith("|") && l.indexOf('|', 1) < l.lastIndexOf('|'));
    if (!headed && !barred) {
      return List.of();
    }
    List<Block> rows = new ArrayList<>();
    for (String line : lines) {
      List<String> cells = cells(line);
      if (!isDelimiter(line) && cells.stream().anyMatch(c -> !c.isEmpty())) {
        rows.add(Block.TableRow.of(cells, ""));
      }
    }
    return rows;
  }

  private static boolean isDelimiter(String line) {
    return line.indexOf('|') >= 0 && line.indexOf('-') >= 0 && DELIMITER.matcher(line).matches();
  }

  private static List<String> cells(String line) {
    String inner = line.startsWith("|") ? line.substring(1) : line;
    inner = inner.endsWith("|") ? inner.substring(0, inner.length() - 1) : inner;
    List<String> cells = new ArrayList<>();
    for (String cell : inner.split("\\|", MOST_CELLS)) {
      cells.add(CleanText.of(cell));
    }
    return cells;
  }
}
