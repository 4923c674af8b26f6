package stet.report.view.figures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.report.page.chart.CurveView;
import stet.report.page.chart.CurveView.Dot;
import stet.report.page.chart.CurveView.Tick;
import stet.report.words.FigureWords;
import stet.stats.estimate.EventCurve;
import stet.stats.estimate.Reached;

/**
 * Draws how soon something happened: ages to the right, drawn shorter the later they are, shares
 * upward. No share is drawn past the last age of which something is known.
 */
final class CurveChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 260;
  private static final int LEFT = 76;
  private static final int RIGHT = 624;
  private static final int TOP = 22;
  private static final int BOTTOM = 226;

  /** The first hour is as long as the first doubling after it. */
  private static final double UNIT = 3600;

  private static final Duration YEAR = Duration.ofDays(365);

  private final List<List<Reached>> runs;
  private final double longest;

  /**
   * @param runs points that follow one another, each run apart from the next by ages at which too
   *     little is known
   */
  private CurveChart(List<List<Reached>> runs, double longest) {
    this.runs = runs;
    this.longest = longest;
  }

  /** The drawing; null where there are not two ages of which enough is known. */
  static @Nullable CurveView of(EventCurve curve, String title) {
    double longest =
        curve.points().stream().filter(Reached::isTold).mapToDouble(Reached::age).max().orElse(0);
    return of(curve, title, longest);
  }

  /**
   * The same with a field of that many seconds, to be laid beside others.
   *
   * @param longest what comes later is not drawn
   */
  static @Nullable CurveView of(EventCurve curve, String title, double longest) {
    List<List<Reached>> runs = new ArrayList<>();
    boolean goesOn = false;
    for (Reached point : curve.points()) {
      if (point.isTold() && point.age() <= longest) {
        if (!goesOn) {
          runs.add(new ArrayList<>());
        }
        runs.get(runs.size() - 1).add(point);
      }
      goesOn = point.isTold();
    }
    // That nothing had happened at the beginning says nothing of what came then.
    runs.removeIf(run -> run.size() == 1 && run.get(0).age() == 0);
    int points = runs.stream().mapToInt(List::size).sum();
    return points < 2 ? null : new CurveChart(runs, longest).draw(title);
  }

  private CurveView draw(String title) {
    List<Tick> ages =
        Stream.concat(FigureWords.AGES.stream(), Stream.of(YEAR))
            .filter(age -> age.toSeconds() <= longest)
            .map(age -> new Tick(x(age.toSeconds()), FigureWords.age(age)))
            .toList();
    List<Tick> shares = new ArrayList<>();
    for (int percent = 0; percent <= 100; percent += 25) {
      shares.add(new Tick(y(percent / 100.0), percent + " %"));
    }
    List<Dot> dots =
        runs.stream()
            .flatMap(List::stream)
            .map(p -> new Dot(x(p.age()), y(p.high()), y(p.low()) - y(p.high())))
            .toList();
    return new CurveView(WIDTH, HEIGHT, title, band(), dots, ages, shares);
  }

  /** There along the upper ends of the intervals, and back along the lower ones. */
  private String band() {
    StringBuilder path = new StringBuilder();
    for (List<Reached> run : runs) {
      char step = 'M';
      for (Reached point : run) {
        path.append(step).append(x(point.age())).append(' ').append(y(point.interval().high()));
        step = 'L';
      }
      for (int i = run.size() - 1; i >= 0; i--) {
        Reached point = run.get(i);
        path.append('L').append(x(point.age())).append(' ').append(y(point.interval().low()));
      }
      path.append('Z');
    }
    return path.toString();
  }

  private int x(double age) {
    double share = Math.log1p(age / UNIT) / Math.log1p(longest / UNIT);
    return (int) Math.round(LEFT + share * (RIGHT - LEFT));
  }

  private static int y(double share) {
    return (int) Math.round(BOTTOM - share * (BOTTOM - TOP));
  }

  /** What is known at the last age, in words for who does not see the drawing. */
  static String told(EventCurve curve) {
    return curve.points().stream()
        .filter(Reached::isTold)
        .reduce((a, b) -> b)
        .map(FigureWords::reached)
        .orElse("");
  }
}
