package stet.report.view;

import java.util.List;
import stet.report.page.FiguresView;
import stet.report.page.FiguresView.Table;
import stet.report.page.Shown;
import stet.report.words.FigureTable;
import stet.report.words.FigureWords;
import stet.report.words.Times;
import stet.stats.GroupFigures;

/** Figures about an outlet as its page shows them. */
public final class OutletFigures {
  private final FigureWords words;

  public OutletFigures(Times times) {
    this.words = new FigureWords(times);
  }

  /**
   * The view of figures.
   *
   * @param csv the address of the same as a table for programs; empty where there is none
   */
  public FiguresView of(GroupFigures figures, String csv) {
    List<Table> tables = words.tables(figures).stream().map(OutletFigures::table).toList();
    String title =
        "Estimated share of articles edited by an age, counted from their first check. "
            + CurveChart.told(figures.firstEdit());
    return new FiguresView(
        words.watched(figures.watching()),
        CurveChart.of(figures.firstEdit(), title.strip()),
        tables,
        words.leftOut(figures),
        FigureWords.method(),
        csv);
  }

  /** A number is not parted from its sign. */
  private static String cell(String text) {
    return Shown.text(text).replace(" %", "\u00a0%");
  }

  private static Table table(FigureTable table) {
    List<List<String>> rows =
        table.rows().stream().map(row -> row.stream().map(OutletFigures::cell).toList()).toList();
    return new Table(table.title(), table.heads(), rows);
  }
}
