package stet.report.view.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.report.page.FiguresView;
import stet.report.page.FiguresView.Table;
import stet.report.page.Shown;
import stet.report.page.chart.CurveView;
import stet.report.words.FigureCells;
import stet.report.words.FigureTable;
import stet.report.words.FigureTables;
import stet.report.words.FigureWords;
import stet.report.words.Times;
import stet.stats.GroupFigures;
import stet.stats.Happening.What;

/** Figures about an outlet as its page shows them. */
public final class OutletFigures {
  private final FigureWords words;

  public OutletFigures(Times times) {
    this.words = new FigureWords(times);
  }

  /**
   * Where the same is kept.
   *
   * @param csv the address of the same as a table for programs; empty where there is none
   * @param json the address of the same as JSON
   * @param beside the address of the page that lays outlets side by side
   */
  public record Places(String csv, String json, String beside) {}

  /** The view of figures. */
  public FiguresView of(GroupFigures figures, Places places) {
    boolean watched = !figures.watching().isAllOnce();
    return new FiguresView(
        words.watched(figures.watching()),
        drawn(figures),
        words.tables(figures).stream().map(OutletFigures::table).toList(),
        watched ? HoursChart.of(figures.hours()) : null,
        watched ? times(figures) : List.of(),
        leftOut(figures),
        method(figures),
        places.csv(),
        places.json(),
        places.beside());
  }

  /** How soon articles were first edited; null where too little is known to draw it. */
  public static @Nullable CurveView drawn(GroupFigures figures) {
    What first = first(figures);
    String title =
        "Estimated share of articles edited by an age, counted from "
            + (first == What.FIRST_EDIT
                ? "their first check. "
                : "the publication that they state. ")
            + CurveChart.told(figures.curve(first));
    return CurveChart.of(figures.curve(first), title.strip());
  }

  /**
   * How soon articles were first edited: from publication where enough is known of that, else from
   * the first check.
   */
  public static What first(GroupFigures figures) {
    boolean told =
        figures.curve(What.FIRST_EDIT_FROM_PUBLICATION).points().stream()
            .anyMatch(p -> p.age() > 0 && p.isTold());
    return told ? What.FIRST_EDIT_FROM_PUBLICATION : What.FIRST_EDIT;
  }

  private static List<Table> times(GroupFigures figures) {
    return Stream.of(FigureTables.hours(figures.hours()), FigureTables.weekdays(figures.weekdays()))
        .flatMap(Optional::stream)
        .map(OutletFigures::table)
        .toList();
  }

  private List<String> leftOut(GroupFigures figures) {
    List<String> lines = new ArrayList<>(words.leftOut(figures));
    if (!figures.watching().isAllOnce()) {
      FigureWords.leftOut(figures.hours(), "an hour").forEach(l -> lines.add("By hour: " + l));
      FigureWords.leftOut(figures.weekdays(), "a day").forEach(l -> lines.add("By weekday: " + l));
    }
    return lines;
  }

  private static List<String> method(GroupFigures figures) {
    List<String> lines = new ArrayList<>(FigureWords.method());
    if (figures.hours().isKnown() || figures.weekdays().isKnown()) {
      lines.addAll(FigureWords.rhythmMethod());
    }
    return lines;
  }

  private static String cell(String text) {
    return FigureCells.together(Shown.text(text));
  }

  private static Table table(FigureTable table) {
    List<List<String>> rows =
        table.rows().stream().map(row -> row.stream().map(OutletFigures::cell).toList()).toList();
    return new Table(table.title(), table.heads(), rows);
  }
}
