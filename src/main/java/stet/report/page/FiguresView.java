package stet.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.report.page.chart.CurveView;
import stet.report.page.chart.HoursView;

/**
 * Figures about an outlet.
 *
 * @param watched how its articles were looked at, in sentences
 * @param curve how soon articles were edited; null where nothing is known of that
 * @param tables every figure, with what it is a part of
 * @param hours when in the day articles were edited; null where too little is known of that
 * @param times edits by hour and by weekday, beside how long was watched
 * @param leftOut what is in none of them, in sentences
 * @param method how they are to be read, in sentences
 * @param csv the address of the same as a table for programs; empty where there is none
 * @param json the address of the same as JSON
 * @param beside the address of the page that lays outlets side by side
 */
public record FiguresView(
    String watched,
    @Nullable CurveView curve,
    List<Table> tables,
    @Nullable HoursView hours,
    List<Table> times,
    List<String> leftOut,
    List<String> method,
    String csv,
    String json,
    String beside) {

  /**
   * A table of figures.
   *
   * @param title what the names of the rows go on from
   * @param heads of the columns after the first, which has the names
   */
  public record Table(String title, List<String> heads, List<List<String>> rows) {}
}
