package stet.report.words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stet.diff.Label;
import stet.stats.Figure;
import stet.stats.Figure.Subject;
import stet.stats.GroupFigures;
import stet.stats.GroupFigures.Watched;
import stet.stats.Grouping;
import stet.stats.Grouping.Group;
import stet.stats.KindFigures;
import stet.stats.estimate.EventCurve;
import stet.stats.estimate.Interval;
import stet.stats.estimate.Quantile;
import stet.stats.estimate.Reached;
import stet.stats.estimate.ShareEstimate;
import stet.text.Capitals;

/** Figures about outlets in words and tables, each with what it is a part of. */
public final class FigureWords {
  /** The ages at which it is told how many articles were edited. */
  public static final List<Duration> AGES =
      List.of(
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7),
          Duration.ofDays(30));

  /** What stands for a share of which the checks say too little. */
  private static final String NOT_KNOWN = "not known";

  /** What stands for a share where there are too few to speak of one. */
  private static final String FEW = "too few";

  /** What says nothing of pages of which no silence could be told. */
  private static final Set<String> SILENCE = Set.of("edited-silently", Label.Kind.SILENT.id());

  private static final Map<String, String> ARTICLES =
      Map.of(
          "edited", "edited",
          "edited-silently", "edited silently, at least once",
          "edited-with-notice", "edited with a notice, at least once",
          "edited-cannot-tell", "edited where what the page states can’t show whether it was said");

  private static final Map<String, String> EDITS =
      Map.of(
          Label.Kind.SILENT.id(), "silent",
          Label.Kind.NO_UPDATE_TIME.id(), "on pages that state no update time",
          Label.Kind.CANNOT_TELL.id(), "on pages whose update time is too coarse to tell",
          Label.Kind.PUBLISHED_MOVED.id(), "with a moved time of publication",
          Label.Kind.STAMPED.id(), "with a moved update time, no notice",
          Label.Kind.NOTICED.id(), "with a notice");

  private final Times times;

  public FigureWords(Times times) {
    this.times = times;
  }

  /** The name of a group. */
  public static String name(Group group, Grouping by) {
    String unknown =
        switch (by) {
          case OUTLET -> "";
          case SECTION -> "no section stated";
          case LANGUAGE -> "language not known";
          case AUTHOR -> "no author stated";
        };
    String name = group.name().isEmpty() ? unknown : group.name();
    return group.outlet().isEmpty()
        ? name
        : name.isEmpty() ? group.outlet() : group.outlet() + ", " + name;
  }

  /** How the articles were looked at, in sentences. */
  public String watched(Watched w) {
    int twice = w.articles() - w.once();
    String all = Numbers.of(w.articles(), "article", "articles");
    String span = times.day(w.from()) + " to " + times.day(w.until());
    if (w.isAllOnce()) {
      return all + ", " + span + ". None was looked at twice, so nothing can be said of edits.";
    }
    return all
        + ", "
        + Numbers.of(twice, "of them", "of them")
        + " looked at twice at least, "
        + Numbers.of(w.checks(), "check", "checks")
        + ", "
        + span
        + ". An article was watched for "
        + Times.lasting(w.lasting())
        + ", with "
        + Times.lasting(w.apart())
        + " between two checks (medians).";
  }

  /** All tables of a group; those without a row are left out. */
  public List<FigureTable> tables(GroupFigures figures) {
    List<FigureTable> tables = new ArrayList<>();
    if (!figures.watching().isAllOnce()) {
      tables.add(shares(figures, Subject.ARTICLES, "Articles that were"));
      tables.add(curve(figures.firstEdit(), "First edit within"));
      if (figures.canBeSilent()) {
        tables.add(curve(figures.firstSilent(), "First silent edit within"));
      }
      tables.add(shares(figures, Subject.EDITS, "Edits that are"));
      tables.add(kinds(figures.kinds()));
    }
    return tables.stream().filter(t -> !t.rows().isEmpty()).toList();
  }

  private static FigureTable shares(GroupFigures figures, Subject subject, String title) {
    List<List<String>> rows =
        figures.figures().stream()
            .filter(f -> f.subject() == subject && f.share().whole() > 0)
            .filter(f -> figures.canBeSilent() || !SILENCE.contains(f.id()))
            .map(FigureWords::row)
            .toList();
    return new FigureTable(title, List.of("number", "share", "95 % interval"), rows);
  }

  private static List<String> row(Figure figure) {
    ShareEstimate share = figure.share();
    String name =
        figure.subject() == Subject.ARTICLES
            ? ARTICLES.getOrDefault(figure.id(), figure.id())
            : EDITS.getOrDefault(figure.id(), figure.id());
    return List.of(name, number(share), share(share), interval(share));
  }

  private static FigureTable curve(EventCurve curve, String title) {
    List<List<String>> rows = new ArrayList<>();
    for (Duration age : AGES) {
      Optional<Reached> reached = curve.at(age.toSeconds());
      reached.ifPresent(
          r ->
              rows.add(
                  List.of(
                      age(age),
                      Numbers.grouped(r.before()) + " of " + Numbers.grouped(r.watched()),
                      Numbers.grouped(r.open()),
                      r.isTold() ? bounds(r) : NOT_KNOWN,
                      r.isTold() ? interval(r.interval()) : "")));
    }
    if (rows.stream().anyMatch(row -> !row.get(3).equals(NOT_KNOWN))) {
      rows.add(median(curve));
    }
    return new FigureTable(
        title,
        List.of("surely, of those watched", "perhaps besides", "estimated share", "95 % interval"),
        rows);
  }

  /** What is known at an age, in a sentence. */
  public static String reached(Reached reached) {
    return "Within "
        + lasting(reached.age())
        + ": "
        + bounds(reached)
        + " (95 % interval "
        + interval(reached.interval())
        + ").";
  }

  private static List<String> median(EventCurve curve) {
    Quantile half = curve.quantile(0.5);
    List<Reached> points = curve.points();
    boolean reached = points.get(points.size() - 1).low() >= 0.5;
    String low = half.low().isEmpty() ? "not reached" : lasting(half.low().getAsDouble());
    String high = half.high().isEmpty() ? "not reached" : lasting(half.high().getAsDouble());
    String value =
        half.value().isPresent()
            ? "after " + lasting(half.value().getAsDouble())
            : reached ? "not known more closely" : "not reached while watched";
    String interval = half.low().isEmpty() ? "" : low + " to " + high;
    return List.of("half of them", "", "", value, interval);
  }

  /** {@code 6 hours}, {@code 30 days}, {@code 1 year}. */
  public static String age(Duration age) {
    if (age.toDays() >= 365) {
      return Numbers.of(age.toDays() / 365, "year", "years");
    }
    return age.toDays() == 0
        ? Numbers.of(age.toHours(), "hour", "hours")
        : Numbers.of(age.toDays(), "day", "days");
  }

  private static String lasting(double seconds) {
    return Times.lasting(Duration.ofSeconds(Math.round(seconds)));
  }

  private static FigureTable kinds(List<KindFigures> kinds) {
    return new FigureTable(
        "Edits of",
        List.of("number", "with a notice", "moved update time alone", "silent", "can’t be told"),
        kinds.stream()
            .map(
                k ->
                    List.of(
                        Chips.name(k.kind()),
                        Numbers.grouped(k.noticed().whole()),
                        withShare(k.noticed()),
                        withShare(k.stamped()),
                        withShare(k.silent()),
                        withShare(k.untold())))
            .toList());
  }

  private static String withShare(ShareEstimate share) {
    String part = Numbers.grouped(share.part());
    return share.isTold() ? part + " (" + share(share) + "; " + interval(share) + ")" : part;
  }

  private static String number(ShareEstimate share) {
    return Numbers.grouped(share.part()) + " of " + Numbers.grouped(share.whole());
  }

  private static String share(ShareEstimate share) {
    return share.isTold() ? percent(share.share()) : FEW;
  }

  private static String interval(ShareEstimate share) {
    return share.isTold() ? interval(share.interval()) : "";
  }

  /** Rounded outward, so that no interval is told narrower than it is. */
  private static String interval(Interval interval) {
    long low = (long) Math.floor(100 * interval.low() + 1e-9);
    long high = (long) Math.ceil(100 * interval.high() - 1e-9);
    return low + " % to " + high + " %";
  }

  private static String bounds(Reached reached) {
    String low = percent(reached.low());
    String high = percent(reached.high());
    return low.equals(high) ? low : low + " to " + high;
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  /** What is not in the figures of a group, in sentences; empty where there is nothing. */
  public List<String> leftOut(GroupFigures figures) {
    List<String> lines = new ArrayList<>();
    if (!figures.canBeSilent() && !figures.watching().isAllOnce()) {
      lines.add(
          "Silent edits: what the pages state of their times could not show of any edit whether it"
              + " was said.");
    }
    if (figures.watching().once() > 0) {
      lines.add(
          Numbers.of(figures.watching().once(), "article", "articles")
              + " looked at but once: no edit of it could have been seen.");
    }
    figures
        .leftOut()
        .forEach(
            (kind, count) ->
                lines.add(
                    Numbers.of(count, "revision", "revisions")
                        + " labelled "
                        + Chips.name(kind)
                        + ": "
                        + Capitals.withoutFirst(kind.sentence())));
    if (!figures.pendulums().isEmpty()) {
      int swings = figures.pendulums().values().stream().mapToInt(Integer::intValue).sum();
      lines.add(
          Numbers.of(swings, "further swing", "further swings")
              + " of texts that go back and forth, in "
              + Numbers.of(figures.pendulums().size(), "article", "articles")
              + ": each way there and back is counted once.");
    }
    return lines;
  }

  /** How the figures are to be read. */
  public static List<String> method() {
    return List.of(
        "Shares are of what this collection saw, not of all that the outlet published.",
        "Intervals are of 95 %: Wilson's for articles; for edits the same with the number of"
            + " edits that they are worth, since those of one article are alike.",
        "Times run from the first check. An edit lies in a window between two checks and not at a"
            + " moment, and what was watched for two days says nothing of the third: the estimate"
            + " is Turnbull's (1976).",
        "Of an age nothing is estimated unless it is known of twenty articles at least whether they"
            + " were edited by then, and of no more than a fifth of those watched it is open, because"
            + " they were looked at before and after only.",
        "Silent is the outcome of a rule: the update time that the page states could have moved,"
            + " and did not, and no notice was added.");
  }
}
