package stet.app.stats;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import stet.app.CollectionHome;
import stet.article.Block;
import stet.report.words.FigureCells;
import stet.stats.Figure;
import stet.stats.GroupFigures;
import stet.stats.Grouping;
import stet.stats.Happening.What;
import stet.stats.Observed;
import stet.stats.estimate.EventCurve;
import stet.stats.estimate.Reached;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.track.Collection;

/**
 * Reckons figures as published studies define them, and as stet does, over one collection, so that
 * one sees which definition gives what ({@code bench/field}). Texts are compared letter by letter
 * where a study does not say how; what stet calls cosmetic, held or perhaps cut off counts there.
 */
public final class FieldFigures {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  private final List<Timeline> all = new ArrayList<>();
  private final GroupFigures ours;

  private FieldFigures(Collection collection) {
    List<Observed> observed = new ArrayList<>();
    Iterator<Timeline> timelines = collection.timelines().all();
    while (timelines.hasNext()) {
      Timeline timeline = timelines.next();
      if (!timeline.versions().isEmpty()) {
        all.add(timeline);
        Observed own = Observed.of(timeline).orElseThrow();
        observed.add(asOfOne(own));
      }
    }
    ours = GroupFigures.of(observed, Grouping.OUTLET).get(0);
  }

  /** As if one outlet had printed all of them. */
  private static Observed asOfOne(Observed o) {
    return new Observed(
        o.key(),
        "all",
        o.language(),
        o.section(),
        o.authors(),
        o.first(),
        o.last(),
        o.checks(),
        o.edits(),
        o.swings(),
        o.watched(),
        o.text());
  }

  /**
   * @param arguments the home of a collection
   */
  public static void main(String[] arguments) throws Exception {
    try (Collection collection = new CollectionHome(Path.of(arguments[0])).open()) {
      new FieldFigures(collection).print();
    }
  }

  private void print() {
    System.out.printf(
        Locale.ROOT,
        "%d articles, %d checks that showed one%n%n",
        all.size(),
        all.stream().mapToLong(t -> t.shown().size()).sum());
    row("figure", "in the study's definition", "as stet reckons it");
    row("---", "---", "---");
    versions();
    everChanged();
    headlines();
    recrawl();
    firstDay();
    swings();
    median();
  }

  private static void row(String... cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }

  private static String body(SeenVersion version) {
    List<String> texts = version.state().body().stream().map(Block::text).toList();
    return String.join("\n", texts);
  }

  private static String headline(SeenVersion version) {
    return version.state().headline();
  }

  private static String both(SeenVersion version) {
    return headline(version) + "\n" + body(version);
  }

  /** How often a text differs from the one before. */
  private static long changes(Timeline timeline, Function<SeenVersion, String> text) {
    long changes = 0;
    for (int i = 1; i < timeline.versions().size(); i++) {
      String before = text.apply(timeline.versions().get(i - 1));
      changes += text.apply(timeline.versions().get(i)).equals(before) ? 0 : 1;
    }
    return changes;
  }

  private String of(Predicate<Timeline> such, Predicate<Timeline> among) {
    long whole = all.stream().filter(among).count();
    long part = all.stream().filter(among).filter(such).count();
    return String.format(
        Locale.ROOT, "%d of %d (%.1f %%)", part, whole, whole == 0 ? 0 : 100.0 * part / whole);
  }

  private String share(String id) {
    return ours.figures().stream()
        .filter(f -> f.id().equals(id))
        .map(Figure::share)
        .map(
            s ->
                FigureCells.number(s)
                    + " ("
                    + FigureCells.share(s)
                    + "; "
                    + FigureCells.interval(s)
                    + ")")
        .findFirst()
        .orElseThrow();
  }

  private String at(What what, Duration age) {
    Reached reached = ours.curve(what).at(age.toSeconds()).orElse(null);
    if (reached == null || !reached.isTold()) {
      return "not known";
    }
    return FigureCells.bounds(reached)
        + " ("
        + FigureCells.interval(reached.interval())
        + "), "
        + reached.before()
        + " surely of "
        + reached.watched()
        + " watched, "
        + reached.open()
        + " open";
  }

  private void versions() {
    double mean =
        all.stream().mapToLong(t -> 1 + changes(t, FieldFigures::both)).average().orElse(0);
    long edits = ours.figures().get(ours.figures().size() - 1).share().whole();
    int watched = ours.watching().articles() - ours.watching().once();
    row(
        "versions of an article (NewsEdits)",
        String.format(Locale.ROOT, "%.2f on average, any letter of headline or text", mean),
        String.format(
            Locale.ROOT,
            "%.2f: 1 and %d edits of %d articles looked at twice",
            1 + (double) edits / watched,
            edits,
            watched));
  }

  private void everChanged() {
    row(
        "articles that changed at all (Tsoukaladelis)",
        of(t -> changes(t, FieldFigures::both) > 0, t -> true),
        share("edited"));
  }

  private void headlines() {
    row(
        "articles with a changed headline (Guo)",
        of(t -> changes(t, FieldFigures::headline) > 0, t -> true),
        share("new-headline"));
  }

  /** One more look after a day or a week, as far as there was one then. */
  private void recrawl() {
    for (Duration age : List.of(DAY, WEEK)) {
      String name = age.equals(DAY) ? "24 hours" : "a week";
      row(
          "text is another " + name + " later (GDELT)",
          of(t -> differs(t, age, FieldFigures::body), t -> isWatched(t, age)),
          at(What.FIRST_EDIT, age) + ": edited by then");
      row(
          "headline is another " + name + " later (GDELT)",
          of(t -> differs(t, age, FieldFigures::headline), t -> isWatched(t, age)),
          at(What.FIRST_NEW_HEADLINE, age) + ": given another by then");
    }
  }

  private static boolean isWatched(Timeline timeline, Duration age) {
    Instant mark = timeline.shown().get(0).plus(age);
    return timeline.shown().stream().anyMatch(at -> !at.isBefore(mark));
  }

  /** Whether the first check at that age or later shows another text than the first of all. */
  private static boolean differs(
      Timeline timeline, Duration age, Function<SeenVersion, String> text) {
    Instant mark = timeline.shown().get(0).plus(age);
    SeenVersion first = timeline.versions().get(0);
    for (SeenVersion version : timeline.versions()) {
      if (!version.lastSeen().isBefore(mark)) {
        return !text.apply(version).equals(text.apply(first));
      }
    }
    return false;
  }

  private void firstDay() {
    row(
        "articles updated within 24 hours (Timmerman)",
        of(t -> changesWithinDay(t) > 0, t -> true),
        at(What.FIRST_EDIT, DAY));
    row(
        "of those, updated once or twice (Timmerman)",
        of(t -> changesWithinDay(t) <= 2, t -> changesWithinDay(t) > 0),
        "not reckoned: what was done between two checks is not seen");
  }

  private static long changesWithinDay(Timeline timeline) {
    Instant end = timeline.shown().get(0).plus(DAY);
    long changes = 0;
    for (int i = 1; i < timeline.versions().size(); i++) {
      SeenVersion version = timeline.versions().get(i);
      boolean changed = !both(version).equals(both(timeline.versions().get(i - 1)));
      changes += changed && !version.first().at().isAfter(end) ? 1 : 0;
    }
    return changes;
  }

  private void swings() {
    row(
        "articles whose headline went back (A/B test; Leung and Strumpf)",
        of(FieldFigures::headlineReturns, t -> true),
        share("headline-swung"));
  }

  private static boolean headlineReturns(Timeline timeline) {
    List<String> run = new ArrayList<>();
    for (SeenVersion version : timeline.versions()) {
      String headline = headline(version);
      if (run.isEmpty() || !run.get(run.size() - 1).equals(headline)) {
        if (run.contains(headline)) {
          return true;
        }
        run.add(headline);
      }
    }
    return false;
  }

  /** The mean of what was seen leaves out who was not edited while watched. */
  private void median() {
    List<Double> seen = new ArrayList<>();
    for (Timeline timeline : all) {
      if (timeline.versions().size() > 1) {
        Instant first = timeline.shown().get(0);
        Instant second = timeline.versions().get(1).first().at();
        seen.add(Duration.between(first, second).toSeconds() / 3600.0);
      }
    }
    List<Double> sorted = seen.stream().sorted().toList();
    EventCurve curve = ours.curve(What.FIRST_EDIT);
    var half = curve.median();
    row(
        "median time to the first change",
        sorted.isEmpty()
            ? "none"
            : String.format(
                Locale.ROOT,
                "%.1f hours, of the %d that changed, when it was seen",
                sorted.get((sorted.size() - 1) / 2),
                sorted.size()),
        half.value().isEmpty()
            ? "not known, of all " + curve.units()
            : hours(half.value())
                + " ("
                + hours(half.low())
                + " to "
                + hours(half.high())
                + "), of all "
                + curve.units());
  }

  private static String hours(OptionalDouble seconds) {
    return seconds.isEmpty()
        ? "not reached"
        : String.format(Locale.ROOT, "%.1f hours", seconds.getAsDouble() / 3600);
  }
}
