package stet.report.words;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stet.capture.EnumId;
import stet.stats.Figure;
import stet.stats.GroupFigures;
import stet.stats.KindFigures;
import stet.stats.estimate.EventCurve;
import stet.stats.estimate.Interval;
import stet.stats.estimate.Reached;
import stet.stats.estimate.ShareEstimate;
import stet.text.SpreadsheetText;

/**
 * Figures as a table with commas (RFC 4180), one figure a line, with nothing in it that a
 * spreadsheet would run. Shares are between 0 and 1, empty where there are too few.
 */
public final class FigureCsv {
  private static final List<String> COLUMNS =
      List.of(
          "outlet",
          "name",
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

  private final CsvWriter csv;

  private FigureCsv(StringWriter out) {
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    write(COLUMNS);
  }

  /** The figures of some groups, below the names of the columns. */
  public static String of(List<GroupFigures> groups) {
    StringWriter out = new StringWriter();
    groups.forEach(new FigureCsv(out)::add);
    return out.toString();
  }

  private void add(GroupFigures figures) {
    for (Figure figure : figures.figures()) {
      share(figures, EnumId.of(figure.subject()), figure.id(), "", figure.share());
    }
    for (KindFigures kind : figures.kinds()) {
      String id = kind.kind().id();
      share(figures, "edits", "noticed", id, kind.noticed());
      share(figures, "edits", "stamped", id, kind.stamped());
      share(figures, "edits", "silent", id, kind.silent());
      share(figures, "edits", "untold", id, kind.untold());
    }
    curve(figures, "first-edit", figures.firstEdit());
    curve(figures, "first-silent-edit", figures.firstSilent());
  }

  private void share(GroupFigures of, String what, String id, String kind, ShareEstimate share) {
    List<String> cells = new ArrayList<>(names(of, what, id, kind, ""));
    cells.add(String.valueOf(share.part()));
    cells.add(String.valueOf(share.whole()));
    cells.add("");
    cells.add(String.valueOf(share.clusters()));
    if (share.isTold()) {
      cells.addAll(List.of(number(share.share()), number(share.share())));
      cells.addAll(interval(share.interval()));
    } else {
      cells.addAll(NOTHING);
    }
    write(cells);
  }

  private void curve(GroupFigures of, String id, EventCurve curve) {
    for (Reached point : curve.points()) {
      String seconds = String.valueOf(Math.round(point.age()));
      List<String> cells = new ArrayList<>(names(of, "articles", id, "", seconds));
      cells.add(String.valueOf(point.before()));
      cells.add(String.valueOf(point.watched()));
      cells.add(String.valueOf(point.open()));
      cells.add("");
      if (point.isTold()) {
        cells.addAll(List.of(number(point.low()), number(point.high())));
        cells.addAll(interval(point.interval()));
      } else {
        cells.addAll(NOTHING);
      }
      write(cells);
    }
  }

  private static List<String> names(
      GroupFigures of, String what, String id, String kind, String seconds) {
    return List.of(of.group().outlet(), of.group().name(), what, id, kind, seconds);
  }

  private static List<String> interval(Interval interval) {
    return List.of(number(interval.low()), number(interval.high()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private void write(List<String> cells) {
    try {
      csv.writeRecord(cells.stream().map(SpreadsheetText::escaped).toList());
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
