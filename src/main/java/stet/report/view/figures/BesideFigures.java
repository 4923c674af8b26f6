package stet.report.view.figures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stet.report.page.BesideView;
import stet.report.page.BesideView.Mark;
import stet.report.page.BesideView.Plot;
import stet.report.page.BesideView.Row;
import stet.report.page.BesideView.Small;
import stet.report.page.FiguresView.Table;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.Shown;
import stet.report.page.chart.CurveView;
import stet.report.words.FigureCells;
import stet.report.words.FigureWords;
import stet.report.words.Numbers;
import stet.report.words.Times;
import stet.stats.GroupFigures;
import stet.stats.Happening.What;
import stet.stats.estimate.EventCurve;
import stet.stats.estimate.Reached;

/**
 * Lays outlets side by side at equal exposure: shares at one and the same age, counted from the
 * same moment, and labels of articles' first day among outlets that were looked at about as often.
 */
public final class BesideFigures {
  /** More on one page are no longer compared by eye. */
  private static final int MOST = 60;

  private static final double YEAR = Duration.ofDays(365).toSeconds();

  private final List<GroupFigures> outlets;
  private final int all;
  private final Function<String, Link> links;

  /**
   * @param groups by outlet
   * @param links the name of an outlet with the address of its figures
   */
  public BesideFigures(List<GroupFigures> groups, Function<String, Link> links) {
    List<GroupFigures> watched = groups.stream().filter(g -> !g.watching().isAllOnce()).toList();
    this.all = groups.size();
    this.links = links;
    this.outlets =
        watched.stream()
            .sorted(Comparator.comparingInt((GroupFigures g) -> -g.watching().articles()))
            .limit(MOST)
            .sorted(Comparator.comparing(GroupFigures::group))
            .toList();
  }

  /**
   * The page.
   *
   * @param csv the address of all figures as a table
   * @param json the address of the same as JSON
   */
  public BesideView of(Frame frame, String csv, String json) {
    What first = origin();
    List<Plot> plots = new ArrayList<>();
    plot(first, "edited").ifPresent(plots::add);
    plot(What.FIRST_SILENT_EDIT, "edited silently").ifPresent(plots::add);
    plot(What.FIRST_NEW_HEADLINE, "given another headline that stayed").ifPresent(plots::add);
    return new BesideView(
        frame,
        notes(),
        plots,
        curves(first),
        curveTable(first),
        "How soon articles were edited, " + from(first),
        LabelBars.of(outlets, this::link),
        method(),
        csv,
        json);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Outlets are laid side by side only where they were watched alike: shares at one age,"
            + " counted from the same moment; labels of articles’ first day, among outlets that"
            + " were looked at about as often.");
    if (all > outlets.size()) {
      notes.add(
          "Of "
              + Numbers.of(all, "outlet", "outlets")
              + " those "
              + outlets.size()
              + " are shown of which most articles were looked at twice at least. All are in the"
              + " table for programs.");
    }
    return notes;
  }

  /** Publication where that is known of two outlets at least, or of as many as there are. */
  private What origin() {
    long told = outlets.stream().filter(g -> isToldAnywhere(g, true)).count();
    long checked = outlets.stream().filter(g -> isToldAnywhere(g, false)).count();
    return told > 0 && told >= Math.min(2, checked)
        ? What.FIRST_EDIT_FROM_PUBLICATION
        : What.FIRST_EDIT;
  }

  private static boolean isToldAnywhere(GroupFigures group, boolean publication) {
    What what = publication ? What.FIRST_EDIT_FROM_PUBLICATION : What.FIRST_EDIT;
    return FigureWords.AGES.stream().anyMatch(a -> told(group, what, a).isPresent());
  }

  private static String from(What what) {
    return what == What.FIRST_EDIT_FROM_PUBLICATION
        ? "from the publication that their pages state"
        : "from their first check, whenever that was after publication";
  }

  private static Optional<Reached> told(GroupFigures group, What what, Duration age) {
    return group.curve(what).at(age.toSeconds()).filter(Reached::isTold);
  }

  /** At the age of which most outlets can tell; of several, the longest. */
  private Optional<Plot> plot(What what, String done) {
    Duration best = Duration.ZERO;
    long most = 1;
    for (Duration age : FigureWords.AGES) {
      long count = outlets.stream().filter(g -> told(g, what, age).isPresent()).count();
      if (count >= most) {
        most = count;
        best = age;
      }
    }
    if (best.isZero()) {
      return Optional.empty();
    }
    Duration age = best;
    String title = "Articles " + done + " within " + FigureWords.age(age) + ", " + from(what);
    return Optional.of(new Plot(title, outlets.stream().map(g -> row(g, what, age)).toList()));
  }

  private Row row(GroupFigures group, What what, Duration age) {
    Link outlet = link(group);
    Duration between = group.firstDay().apart();
    String apart =
        between.isZero() ? "" : "looked at every " + Times.lasting(between) + " on the first day";
    if (what == What.FIRST_SILENT_EDIT && !group.showsSilence()) {
      return new Row(
          outlet,
          apart,
          "",
          "",
          "not told: of a fifth of its edits or more no update time could show it",
          "",
          null);
    }
    Optional<Reached> reached = group.curve(what).at(age.toSeconds());
    if (reached.isEmpty()) {
      return new Row(outlet, apart, "", "", "not watched that long", "", null);
    }
    Reached r = reached.get();
    String number = Numbers.grouped(r.before()) + " of " + Numbers.grouped(r.watched());
    return new Row(
        outlet,
        apart,
        number,
        Numbers.grouped(r.open()),
        r.isTold() ? FigureCells.together(FigureCells.bounds(r)) : "not known",
        r.isTold() ? FigureCells.together(FigureCells.interval(r.interval())) : "",
        r.isTold() ? mark(r) : null);
  }

  private Link link(GroupFigures group) {
    Link link = links.apply(group.group().outlet());
    return new Link(link.href(), Shown.text(link.text()));
  }

  private static Mark mark(Reached r) {
    return new Mark(
        percent(r.low()),
        percent(r.high()),
        percent(r.interval().low()),
        percent(r.interval().high()));
  }

  private static int percent(double share) {
    return (int) Math.round(100 * share);
  }

  private List<Small> curves(What what) {
    double longest = 0;
    for (GroupFigures group : outlets) {
      for (Reached point : group.curve(what).points()) {
        longest = Math.max(longest, point.isTold() ? Math.min(point.age(), YEAR) : 0);
      }
    }
    List<Small> curves = new ArrayList<>();
    for (GroupFigures group : outlets) {
      CurveView curve = curve(group.curve(what), group.group().outlet(), longest);
      if (curve != null) {
        curves.add(new Small(link(group), curve));
      }
    }
    return curves;
  }

  private static @Nullable CurveView curve(EventCurve curve, String outlet, double longest) {
    return longest <= 0
        ? null
        : CurveChart.of(curve, outlet + ": " + CurveChart.told(curve), longest);
  }

  /** The numbers of the curves, at the ages that have names. */
  private Table curveTable(What what) {
    List<List<String>> rows = new ArrayList<>();
    for (GroupFigures group : outlets) {
      List<String> row = new ArrayList<>(List.of(Shown.text(group.group().outlet())));
      for (Duration age : FigureWords.AGES) {
        row.add(
            told(group, what, age)
                .map(r -> FigureCells.bounds(r) + " (" + FigureCells.interval(r.interval()) + ")")
                .map(FigureCells::together)
                .orElse("not known"));
      }
      rows.add(row);
    }
    return new Table(
        "Edited within", FigureWords.AGES.stream().map(FigureWords::age).toList(), rows);
  }

  private static List<String> method() {
    List<String> method = new ArrayList<>(FigureWords.method());
    method.add(
        "What was done and undone between two checks was not seen. Of two outlets the one that is"
            + " looked at less often shows fewer edits, each of which may be several.");
    return method;
  }
}
