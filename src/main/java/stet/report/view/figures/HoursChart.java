package stet.report.view.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import stet.report.page.chart.HoursView;
import stet.report.page.chart.HoursView.Cell;
import stet.report.words.FigureTables;
import stet.stats.Rhythm;
import stet.stats.estimate.RateEstimate;

/**
 * Draws edits by hour, each hour a cell with its number in it: the colour says the same, the bar
 * below it how long was watched.
 */
final class HoursChart {
  static final int CELL = 100;
  static final int ROW = 66;
  private static final int COLUMNS = 6;
  private static final int GAP = 8;
  private static final int BAR = CELL - 12;
  private static final double FAINTEST = 0.06;
  private static final double STRONGEST = 0.4;

  private HoursChart() {}

  /** The drawing; null where of no hour enough is known. */
  static @Nullable HoursView of(Rhythm hours) {
    if (hours.cells().stream().noneMatch(RateEstimate::isTold)) {
      return null;
    }
    double most = 0;
    double longest = 0;
    for (RateEstimate cell : hours.cells()) {
      most = Math.max(most, cell.isTold() ? cell.rate() : 0);
      longest = Math.max(longest, cell.exposure());
    }
    List<Cell> cells = new ArrayList<>();
    for (int hour = 0; hour < hours.cells().size(); hour++) {
      cells.add(cell(hour, hours.cells().get(hour), most, longest));
    }
    return new HoursView(
        COLUMNS * (CELL + GAP) - GAP,
        hours.cells().size() / COLUMNS * (ROW + GAP) - GAP,
        "Edits in 100 hours that articles were watched, by hour of the day, "
            + FigureTables.clock(hours)
            + ".",
        cells);
  }

  private static Cell cell(int hour, RateEstimate rate, double most, double longest) {
    double strength = rate.isTold() && most > 0 ? rate.rate() / most : 0;
    double shade = rate.isTold() ? FAINTEST + (STRONGEST - FAINTEST) * strength : 0;
    String value =
        rate.units() == 0
            ? "no look"
            : rate.isTold() ? String.format(Locale.ROOT, "%.1f", 100 * rate.rate()) : "few";
    return new Cell(
        hour % COLUMNS * (CELL + GAP),
        hour / COLUMNS * (ROW + GAP),
        String.format(Locale.ROOT, "%02d", hour),
        value,
        String.format(Locale.ROOT, "%.2f", shade),
        longest <= 0 ? 0 : (int) Math.round(BAR * rate.exposure() / longest));
  }
}
