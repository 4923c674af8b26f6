package stet.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.report.page.chart.CurveView;

/**
 * Outlets beside one another, as far as they were watched alike.
 *
 * @param notes which outlets are shown, in sentences
 * @param plots shares with their intervals, at one age each
 * @param curves how soon articles were edited, a small drawing for each outlet
 * @param curveTable their numbers
 * @param curvesTitle what those are counted from
 * @param bars how edits were disclosed, each list of outlets that were looked at about as often
 * @param method how they are to be read, in sentences
 * @param csv the address of all figures as a table
 * @param json the address of the same as JSON
 */
public record BesideView(
    Frame frame,
    List<String> notes,
    List<Plot> plots,
    List<Small> curves,
    FiguresView.Table curveTable,
    String curvesTitle,
    List<Bars> bars,
    List<String> method,
    String csv,
    String json) {

  /**
   * A share of each outlet.
   *
   * @param title what it is a share of, and at which age
   */
  public record Plot(String title, List<Row> rows) {}

  /**
   * An outlet's share.
   *
   * @param apart how often its articles were looked at on their first day; empty where none was
   *     watched for a day
   * @param mark where it is drawn; null where too little is known
   */
  public record Row(
      Link outlet,
      String apart,
      String number,
      String open,
      String share,
      String interval,
      @Nullable Mark mark) {}

  /**
   * On a line of 100 units, a dot or a stroke for bounds, and its interval.
   *
   * @param from of the share, or its lower bound
   * @param to of the share, or its upper bound
   * @param low lower end of the interval
   * @param high upper end of the interval
   */
  public record Mark(int from, int to, int low, int high) {}

  /** An outlet's curve. */
  public record Small(Link outlet, CurveView curve) {}

  /**
   * Outlets that were looked at about as often.
   *
   * @param title how often
   * @param heads names of the classes, in the order of the parts
   */
  public record Bars(String title, List<String> heads, List<Bar> rows) {}

  /**
   * An outlet's edits of articles' first day.
   *
   * @param of of how many edits in how many articles
   * @param parts the drawing; empty where there are too few
   * @param cells a number for each class
   */
  public record Bar(Link outlet, String of, List<Part> parts, List<String> cells) {}

  /**
   * A part of a bar of 300 units.
   *
   * @param kind the class, as the style sheet names it
   */
  public record Part(int x, int width, String kind) {}
}
