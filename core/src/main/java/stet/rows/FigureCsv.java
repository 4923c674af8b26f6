package stet.rows;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import stet.capture.EnumId;
import stet.stats.Figure;
import stet.stats.GroupFigures;
import stet.stats.Happening;
import stet.stats.KindFigures;
import stet.stats.Rhythm;
import stet.stats.estimate.EventCurve;
import stet.stats.estimate.Interval;
import stet.stats.estimate.Quantile;
import stet.stats.estimate.RateEstimate;
import stet.stats.estimate.Reached;
import stet.stats.estimate.ShareEstimate;
import stet.text.CommaTable;

/**
 * Figures as a table with commas (RFC 4180), one figure a line, with nothing in it that a
 * spreadsheet would run. Shares are between 0 and 1, empty where there are too few.
 */
public final class FigureCsv {
  private static final List<String> COLUMNS =
      List.of(
          "outlet",
          "name",
          "from",
          "until",
          "of",
          "figure",
          "kind",
          "seconds",
          "part",
          "whole",
          "open",
          "clusters",
          "share_from",
          "share_to",
          "low",
          "high");

  private static final List<String> NOTHING = List.of("", "", "", "");
  private static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private final CommaTable table;

  private FigureCsv(StringWriter out) {
    this.table = new CommaTable(out, COLUMNS);
  }

  /** The figures of some groups, below the names of the columns. */
  public static String of(List<GroupFigures> groups) {
    StringWriter out = new StringWriter();
    groups.forEach(new FigureCsv(out)::add);
    return out.toString();
  }

  private void add(GroupFigures figures) {
    guessed(figures);
    shares(figures, "", figures.figures());
    shares(figures, "-on-first-day", figures.firstDay().edits());
    figures.kinds().forEach(k -> kind(figures, k));
    for (Happening happening : figures.happenings()) {
      curve(figures, EnumId.of(happening.what()), happening.curve());
    }
    long lasting = figures.lasting().articles();
    boolean told = figures.lasting().isTold();
    Quantile none = unknown();
    quantile(figures, "standing-after-a-day", lasting, told ? figures.lasting().standing() : none);
    quantile(figures, "growth-after-a-day", lasting, told ? figures.lasting().growth() : none);
    for (int hour = 0; hour < figures.hours().cells().size(); hour++) {
      rate(figures, String.format(Locale.ROOT, "hour-%02d", hour), figures.hours(), hour);
    }
    for (int day = 0; day < WEEKDAYS.size(); day++) {
      rate(figures, WEEKDAYS.get(day), figures.weekdays(), day);
    }
    leftOut(figures);
  }

  /** Of how many articles the language is guessed; no share, since nothing is estimated. */
  private void guessed(GroupFigures of) {
    List<String> cells = new ArrayList<>(names(of, "articles", "language-guessed", "", ""));
    cells.add(String.valueOf(of.watching().guessed()));
    cells.add(String.valueOf(of.watching().articles()));
    cells.add("");
    cells.add("");
    cells.addAll(NOTHING);
    table.row(cells);
  }

  private void shares(GroupFigures of, String when, List<Figure> shares) {
    shares.forEach(f -> share(of, EnumId.of(f.subject()) + when, f.id(), "", f.share()));
  }

  private void kind(GroupFigures of, KindFigures kind) {
    String id = kind.kind().id();
    share(of, "edits", "noticed", id, kind.noticed());
    share(of, "edits", "stamped", id, kind.stamped());
    share(of, "edits", "silent", id, kind.silent());
    share(of, "edits", "no-update-time", id, kind.noUpdateTime());
    share(of, "edits", "untold", id, kind.untold());
  }

  private void share(GroupFigures of, String what, String id, String kind, ShareEstimate share) {
    List<String> cells = new ArrayList<>(names(of, what, id, kind, ""));
    cells.add(String.valueOf(share.part()));
    cells.add(String.valueOf(share.whole()));
    cells.add("");
    cells.add(String.valueOf(share.clusters()));
    cells.addAll(
        share.isTold() ? estimate(share.share(), share.share(), share.interval()) : NOTHING);
    table.row(cells);
  }

  private void curve(GroupFigures of, String id, EventCurve curve) {
    for (Reached point : curve.points()) {
      String seconds = String.valueOf(Math.round(point.age()));
      List<String> cells = new ArrayList<>(names(of, "articles", id, "", seconds));
      cells.add(String.valueOf(point.before()));
      cells.add(String.valueOf(point.watched()));
      cells.add(String.valueOf(point.open()));
      cells.add("");
      cells.addAll(
          point.isTold() ? estimate(point.low(), point.high(), point.interval()) : NOTHING);
      table.row(cells);
    }
    quantile(of, id + "-median-seconds", curve.units(), curve.median());
  }

  private static Quantile unknown() {
    return new Quantile(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  private void quantile(GroupFigures of, String id, long whole, Quantile quantile) {
    if (whole > 0) {
      List<String> cells = new ArrayList<>(names(of, "articles", id, "", ""));
      String value = number(quantile.value());
      cells.addAll(List.of("", String.valueOf(whole), "", "", value, value));
      cells.addAll(List.of(number(quantile.low()), number(quantile.high())));
      table.row(cells);
    }
  }

  private void rate(GroupFigures of, String id, Rhythm rhythm, int cell) {
    RateEstimate rate = rhythm.cells().get(cell);
    String clock = rhythm.local() ? "outlet-clock" : "utc";
    List<String> cells = new ArrayList<>(names(of, "hours-watched", id, clock, ""));
    cells.addAll(List.of(number(rate.events()), number(rate.exposure()), ""));
    cells.add(String.valueOf(rate.units()));
    cells.addAll(rate.isTold() ? estimate(rate.rate(), rate.rate(), rate.interval()) : NOTHING);
    table.row(cells);
  }

  private void leftOut(GroupFigures of) {
    out(of, "articles-seen-once", of.watching().once());
    out(of, "articles-seen-late-after-publication", of.publication().late());
    out(of, "articles-without-publication", of.publication().unstated());
    out(of, "articles-watched-less-than-a-day", of.lasting().shorter());
    out(of, "articles-open-after-a-day", of.lasting().open());
    out(of, "edits-between-checks-over-an-hour-apart", of.hours().wide().edits());
    out(of, "edits-between-checks-over-a-day-apart", of.weekdays().wide().edits());
    of.leftOut().forEach((kind, count) -> out(of, "revisions-" + kind.id(), count));
    of.pendulums().forEach((key, swings) -> table.row(swings(of, key, swings)));
  }

  private static List<String> swings(GroupFigures of, String key, int swings) {
    List<String> cells = new ArrayList<>(names(of, "left-out", "swings", key, ""));
    cells.addAll(List.of(String.valueOf(swings), "", "", ""));
    cells.addAll(NOTHING);
    return cells;
  }

  private void out(GroupFigures of, String id, int count) {
    List<String> cells = new ArrayList<>(names(of, "left-out", id, "", ""));
    cells.addAll(List.of(String.valueOf(count), "", "", ""));
    cells.addAll(NOTHING);
    table.row(cells);
  }

  private static List<String> names(
      GroupFigures figures, String what, String id, String kind, String seconds) {
    return List.of(
        figures.group().outlet(),
        figures.group().name(),
        figures.watching().from().toString(),
        figures.watching().until().toString(),
        what,
        id,
        kind,
        seconds);
  }

  private static List<String> estimate(double from, double to, Interval interval) {
    return List.of(number(from), number(to), number(interval.low()), number(interval.high()));
  }

  private static String number(OptionalDouble value) {
    return value.isEmpty() ? "" : number(value.getAsDouble());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
