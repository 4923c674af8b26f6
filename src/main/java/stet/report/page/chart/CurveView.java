package stet.report.page.chart;

import java.util.List;

/**
 * A curve with its band, drawn on a field of {@code width} by {@code height} units.
 *
 * @param title what it shows, in words
 * @param band outline of the intervals
 * @param dots the estimates; where checks leave one open, from its lower to its upper end
 * @param ages names of ages below the field, with the vertical lines that belong to them
 * @param shares names of shares beside the field, with their horizontal lines
 */
public record CurveView(
    int width,
    int height,
    String title,
    String band,
    List<Dot> dots,
    List<Tick> ages,
    List<Tick> shares) {

  /**
   * An estimate.
   *
   * @param y of its upper end
   * @param height how far down its lower end is
   */
  public record Dot(int x, int y, int height) {}

  /**
   * A line with its name.
   *
   * @param at along the axis
   */
  public record Tick(int at, String name) {}
}
