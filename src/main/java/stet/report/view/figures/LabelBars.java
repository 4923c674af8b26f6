package stet.report.view.figures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import stet.report.page.BesideView.Bar;
import stet.report.page.BesideView.Bars;
import stet.report.page.BesideView.Part;
import stet.report.page.Link;
import stet.report.words.FigureCells;
import stet.report.words.FigureTables;
import stet.report.words.Numbers;
import stet.stats.Figure;
import stet.stats.FirstDay;
import stet.stats.GroupFigures;
import stet.stats.estimate.ShareEstimate;
import stet.text.Capitals;

/** How edits of articles' first day were disclosed, among outlets looked at about as often. */
final class LabelBars {
  private static final int WIDTH = 300;

  /** Between two checks on the first day, up to so long. */
  private record Rate(Duration upTo, String title) {}

  private static final List<Rate> RATES =
      List.of(
          new Rate(Duration.ofMinutes(20), "Looked at every 20 minutes or more often"),
          new Rate(Duration.ofHours(1), "Looked at every 20 to 60 minutes"),
          new Rate(Duration.ofHours(3), "Looked at every 1 to 3 hours"),
          new Rate(Duration.ofHours(8), "Looked at every 3 to 8 hours"),
          new Rate(Duration.ofDays(3650), "Looked at less often than every 8 hours"));

  private LabelBars() {}

  static List<Bars> of(List<GroupFigures> outlets, Function<GroupFigures, Link> links) {
    List<Bars> all = new ArrayList<>();
    Duration above = Duration.ZERO;
    for (Rate rate : RATES) {
      Duration from = above;
      List<GroupFigures> alike =
          outlets.stream()
              .filter(g -> g.firstDay().articles() > 0)
              .filter(g -> g.firstDay().apart().compareTo(from) > 0)
              .filter(g -> g.firstDay().apart().compareTo(rate.upTo()) <= 0)
              .toList();
      if (!alike.isEmpty()) {
        all.add(bars(rate, alike, links));
      }
      above = rate.upTo();
    }
    return all;
  }

  private static Bars bars(
      Rate rate, List<GroupFigures> alike, Function<GroupFigures, Link> links) {
    List<String> heads =
        alike.get(0).firstDay().edits().stream()
            .map(f -> Capitals.first(FigureTables.disclosure(f.id())))
            .toList();
    return new Bars(
        rate.title(), heads, alike.stream().map(g -> bar(links.apply(g), g.firstDay())).toList());
  }

  private static Bar bar(Link outlet, FirstDay day) {
    List<Part> parts = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    long sum = 0;
    for (Figure figure : day.edits()) {
      ShareEstimate share = figure.share();
      cells.add(FigureCells.together(FigureCells.withShare(share)));
      int from = at(sum, share.whole());
      sum += share.part();
      int until = at(sum, share.whole());
      if (share.isTold() && until > from) {
        parts.add(new Part(from, until - from, figure.id()));
      }
    }
    String of =
        Numbers.of(day.edits().get(0).share().whole(), "edit", "edits")
            + " of "
            + Numbers.of(day.articles(), "article", "articles");
    return new Bar(outlet, of, parts, cells);
  }

  private static int at(long part, long whole) {
    return whole == 0 ? 0 : (int) Math.round((double) WIDTH * part / whole);
  }
}
