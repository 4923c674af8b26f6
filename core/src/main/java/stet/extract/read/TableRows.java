package stet.extract.read;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import stet.article.Block;
import stet.extract.page.Languages;
import stet.extract.page.Passage;

/**
 * Makes one block of the cells that stand in one row of a table. A table that only lays a page out
 * is none: it has other tables in it, says what it is for, or holds more than a few words a cell.
 */
final class TableRows {
  /** Longer cells hold running text. */
  private static final int LONGEST_CELL = 600;

  private static final int MOST_CELLS = 60;
  private static final int MOST_ROWS = 2_000;

  private final String language;
  private final Map<Element, Boolean> tables = new IdentityHashMap<>();

  /**
   * @param language of the page
   */
  TableRows(String language) {
    this.language = language;
  }

  /**
   * The blocks of a story.
   *
   * @param alone what a passage is by itself
   */
  List<Block> blocks(List<Passage> story, Function<Passage, Block> alone) {
    List<Block> blocks = new ArrayList<>();
    for (int from = 0; from < story.size(); ) {
      Element row = above(story.get(from).element(), "tr");
      int to = from + 1;
      while (row != null && to < story.size() && above(story.get(to).element(), "tr") == row) {
        to++;
      }
      List<Passage> passages = story.subList(from, to);
      Block made = row == null ? null : row(row, passages);
      if (made == null) {
        passages.forEach(p -> blocks.add(alone.apply(p)));
      } else {
        blocks.add(made);
      }
      from = to;
    }
    return blocks;
  }

  private @Nullable Block row(Element row, List<Passage> passages) {
    boolean cells = passages.stream().allMatch(p -> p.kind() == Passage.Kind.CELL);
    Element table = above(row, "table");
    if (!cells || table == null || !tables.computeIfAbsent(table, TableRows::isOfData)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Element cell : cells(row)) {
      StringBuilder text = new StringBuilder();
      for (Passage passage : passages) {
        if (cell(passage.element()) == cell) {
          text.append(text.isEmpty() ? "" : " ").append(passage.text());
        }
      }
      texts.add(text.toString());
      for (int i = 1; i < span(cell) && texts.size() < MOST_CELLS; i++) {
        texts.add("");
      }
    }
    String lang = Languages.differing(passages.get(0).lang(), language);
    return texts.size() < 2 ? null : Block.TableRow.of(texts, lang);
  }

  /** Whether a table has rows of cells, none of them long, and nothing else in it. */
  private static boolean isOfData(Element table) {
    String role = table.attr("role");
    if (role.equals("presentation") || role.equals("none") || table.select("table").size() > 1) {
      return false;
    }
    List<Element> rows = table.select("tr");
    long wide = rows.stream().filter(r -> cells(r).size() > 1).count();
    return wide > 1
        && rows.size() <= MOST_ROWS
        && rows.stream()
            .flatMap(r -> cells(r).stream())
            .allMatch(c -> c.text().length() <= LONGEST_CELL)
        && rows.stream().allMatch(r -> cells(r).size() <= MOST_CELLS);
  }

  private static List<Element> cells(Element row) {
    return row.children().stream().filter(TableRows::isCell).toList();
  }

  private static boolean isCell(Element element) {
    return element.normalName().equals("td") || element.normalName().equals("th");
  }

  private static int span(Element cell) {
    String span = cell.attr("colspan").strip();
    return span.matches("[0-9]{1,2}") ? Integer.parseInt(span) : 1;
  }

  private static @Nullable Element cell(Element element) {
    Element cell = element;
    while (cell != null && !isCell(cell)) {
      cell = cell.parent();
    }
    return cell;
  }

  private static @Nullable Element above(Element element, String name) {
    Element above = element;
    while (above != null && !above.normalName().equals(name)) {
      above = above.parent();
    }
    return above;
  }
}
