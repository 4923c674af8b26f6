package stet.report.dossier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.report.page.chart.CurveView;
import stet.report.page.chart.CurveView.Tick;
import stet.report.page.dossier.DossierOptions;
import stet.report.page.dossier.DossierView.Figures;
import stet.report.page.dossier.DossierView.Table;
import stet.report.page.dossier.Wording;
import stet.report.view.figures.OutletFigures;
import stet.report.words.FigureTables;
import stet.report.words.FigureWords;
import stet.stats.Figure.Subject;
import stet.stats.GroupFigures;
import stet.stats.GroupFigures.Watched;
import stet.stats.Happening.What;
import stet.stats.KindFigures;
import stet.stats.estimate.EventCurve;
import stet.stats.estimate.Reached;
import stet.stats.estimate.ShareEstimate;

/** Figures about an outlet in the words of one language, each with what it is a part of. */
final class DossierFigures {
  private final Wording words;
  private final LocalTimes times;
  private final DossierOptions options;

  DossierFigures(Wording words, LocalTimes times, DossierOptions options) {
    this.words = words;
    this.times = times;
    this.options = options;
  }

  Figures of(GroupFigures figures) {
    List<Table> tables = new ArrayList<>();
    if (!figures.watching().isAllOnce()) {
      tables.add(shares(figures, Subject.ARTICLES, "articles.were"));
      tables.add(curve(figures.curve(OutletFigures.first(figures)), from(figures, "first.edit.")));
      tables.add(shares(figures, Subject.EDITS, "edits.are"));
      tables.add(kinds(figures));
    }
    tables.removeIf(table -> table.rows().isEmpty());
    return new Figures(
        options.name(figures.group().outlet()),
        watched(figures.watching()),
        tables,
        drawn(figures),
        leftOut(figures));
  }

  private String watched(Watched w) {
    String from = times.day(w.from());
    String until = times.day(w.until());
    return w.isAllOnce()
        ? words.of("watched.once", w.articles(), from, until)
        : words.of(
            "watched",
            w.articles(),
            w.articles() - w.once(),
            w.checks(),
            from,
            until,
            times.lasting(w.lasting()),
            times.lasting(w.apart()));
  }

  /** The name of words of how soon articles were edited, by where ages begin. */
  private static String from(GroupFigures figures, String name) {
    boolean check = OutletFigures.first(figures) == What.FIRST_EDIT;
    return name + (check ? "check" : "publication");
  }

  private Table shares(GroupFigures figures, Subject subject, String title) {
    String about = subject == Subject.ARTICLES ? "articles." : "edits.";
    List<List<String>> rows =
        FigureTables.shown(figures, subject).stream()
            .map(
                f ->
                    List.of(
                        words.of(about + f.id()),
                        number(f.share()),
                        share(f.share()),
                        interval(f.share())))
            .toList();
    return new Table(heads(title, "head.number", "head.share", "head.interval"), rows);
  }

  private List<String> heads(String... names) {
    List<String> heads = new ArrayList<>();
    for (String name : names) {
      heads.add(words.of(name));
    }
    return heads;
  }

  private Table curve(EventCurve curve, String title) {
    List<List<String>> rows = new ArrayList<>();
    for (Duration age : FigureWords.AGES) {
      Optional<Reached> reached = curve.at(age.toSeconds());
      reached.ifPresent(r -> rows.add(reached(age, r)));
    }
    return new Table(
        heads(title, "head.surely", "head.perhaps", "head.estimate", "head.interval"), rows);
  }

  private List<String> reached(Duration age, Reached r) {
    String low = words.percent(r.low());
    String high = words.percent(r.high());
    String share = low.equals(high) ? low : words.of("bounds", low, high);
    return List.of(
        age(age),
        words.of("part", r.before(), r.watched()),
        words.of("count", r.open()),
        r.isTold() ? share : words.of("not.known"),
        r.isTold() ? words.interval(r.interval().low(), r.interval().high()) : "");
  }

  private String age(Duration age) {
    return age.toDays() == 0 ? words.of("hours", age.toHours()) : words.of("days", age.toDays());
  }

  private Table kinds(GroupFigures figures) {
    List<String> heads =
        heads(
            "kinds.of",
            "head.count",
            "edits.noticed",
            "edits.stamped",
            "edits.silent",
            "label.no-update-time",
            "untold");
    if (!figures.canBeSilent()) {
      heads.remove(4);
    }
    List<List<String>> rows = new ArrayList<>();
    for (KindFigures kind : figures.kinds()) {
      List<String> row = new ArrayList<>();
      row.add(words.label(kind.kind()));
      row.add(words.of("count", kind.noticed().whole()));
      row.add(withShare(kind.noticed()));
      row.add(withShare(kind.stamped()));
      if (figures.canBeSilent()) {
        row.add(withShare(kind.silent()));
      }
      row.add(withShare(kind.noUpdateTime()));
      row.add(withShare(kind.untold()));
      rows.add(row);
    }
    return new Table(heads, rows);
  }

  private String withShare(ShareEstimate share) {
    String part = words.of("count", share.part());
    return share.isTold() ? part + " (" + share(share) + "; " + interval(share) + ")" : part;
  }

  private String number(ShareEstimate share) {
    return words.of("part", share.part(), share.whole());
  }

  private String share(ShareEstimate share) {
    return share.isTold() ? words.percent(share.share()) : words.of("too.few");
  }

  private String interval(ShareEstimate share) {
    return share.isTold() ? words.interval(share.interval().low(), share.interval().high()) : "";
  }

  /** The drawing of the site's pages, with names of ages in this language. */
  private @Nullable CurveView drawn(GroupFigures figures) {
    CurveView curve = OutletFigures.drawn(figures);
    if (curve == null) {
      return null;
    }
    List<Tick> ages = new ArrayList<>();
    for (int i = 0; i < curve.ages().size(); i++) {
      // After those of the tables there is a year.
      Duration age = i < FigureWords.AGES.size() ? FigureWords.AGES.get(i) : Duration.ofDays(365);
      ages.add(new Tick(curve.ages().get(i).at(), age(age)));
    }
    return new CurveView(
        curve.width(),
        curve.height(),
        words.of(from(figures, "curve.")),
        curve.band(),
        curve.dots(),
        ages,
        curve.shares());
  }

  private List<String> leftOut(GroupFigures figures) {
    List<String> lines = new ArrayList<>();
    if (!figures.canBeSilent() && !figures.watching().isAllOnce()) {
      lines.add(words.of("out.silent"));
    }
    if (figures.watching().once() > 0) {
      lines.add(words.of("out.once", figures.watching().once()));
    }
    figures.leftOut().forEach((kind, n) -> lines.add(words.of("out.label", n, words.label(kind))));
    if (!figures.pendulums().isEmpty()) {
      int swings = figures.pendulums().values().stream().mapToInt(Integer::intValue).sum();
      lines.add(words.of("out.swings", swings, figures.pendulums().size()));
    }
    return lines;
  }
}
