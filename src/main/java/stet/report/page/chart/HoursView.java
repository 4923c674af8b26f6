package stet.report.page.chart;

import java.util.List;

/**
 * Edits by hour of the day as a map of cells, on a field of {@code width} by {@code height} units.
 *
 * @param title what it shows, in words
 * @param cells one for each hour
 */
public record HoursView(int width, int height, String title, List<Cell> cells) {
  public HoursView {
    cells = List.copyOf(cells);
  }

  /**
   * An hour.
   *
   * @param x of its left side
   * @param y of its upper side
   * @param hour its name
   * @param value how many edits there were, or why that is not told
   * @param shade how strong its colour is, from 0 to 1, with two digits
   * @param watched how long the bar is that says how much was watched
   */
  public record Cell(int x, int y, String hour, String value, String shade, int watched) {}
}
