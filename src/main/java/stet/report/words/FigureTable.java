package stet.report.words;

import java.util.List;

/**
 * Figures in a table.
 *
 * @param title what the names of the rows go on from
 * @param heads of the columns after the first, which has the names
 * @param rows the name, then a cell for each head
 */
public record FigureTable(String title, List<String> heads, List<List<String>> rows) {
  public FigureTable {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }
}
