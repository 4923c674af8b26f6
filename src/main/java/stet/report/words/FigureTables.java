package stet.report.words;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import stet.diff.Label;
import stet.stats.Figure;
import stet.stats.Figure.Subject;
import stet.stats.GroupFigures;
import stet.stats.Happening.What;
import stet.stats.KindFigures;
import stet.stats.Lasting;
import stet.stats.Rhythm;
import stet.stats.estimate.EventCurve;
import stet.stats.estimate.Quantile;
import stet.stats.estimate.RateEstimate;
import stet.stats.estimate.Reached;
import stet.stats.estimate.ShareEstimate;

/** Figures about outlets in tables, each with what it is a part of. */
public final class FigureTables {
  /** What stands for a share of which the checks say too little. */
  private static final String NOT_KNOWN = "not known";

  private static final int PENDULUMS = 20;

  /** What says nothing of pages of which no silence could be told. */
  private static final Set<String> SILENCE = Set.of("edited-silently", Label.Kind.SILENT.id());

  private static final Map<String, String> ARTICLES =
      Map.of(
          "edited", "edited",
          "edited-silently", "edited silently, at least once",
          "edited-with-notice", "edited with a notice, at least once",
          "edited-cannot-tell", "edited where what the page states can’t show whether it was said",
          "new-headline", "given another headline that stayed",
          "headline-swung", "given an earlier headline again, as tests on readers make it",
          "new-first-paragraph", "changed in the first paragraph");

  private static final Map<String, String> EDITS =
      Map.of(
          Label.Kind.SILENT.id(), "silent",
          Label.Kind.NO_UPDATE_TIME.id(), "on pages that state no update time",
          Label.Kind.CANNOT_TELL.id(), "on pages whose update time is too coarse to tell",
          Label.Kind.PUBLISHED_MOVED.id(), "with a moved time of publication",
          Label.Kind.STAMPED.id(), "with a moved update time, no notice",
          Label.Kind.NOTICED.id(), "with a notice");

  private static final Map<What, String> HAPPENINGS = new EnumMap<>(What.class);

  static {
    HAPPENINGS.put(What.FIRST_EDIT, "First edit, from the first check, within");
    HAPPENINGS.put(
        What.FIRST_EDIT_FROM_PUBLICATION, "First edit, from the stated publication, within");
    HAPPENINGS.put(What.FIRST_SILENT_EDIT, "First silent edit, from the first check, within");
    HAPPENINGS.put(What.FIRST_NEW_HEADLINE, "First new headline, from the first check, within");
    HAPPENINGS.put(
        What.NOTICE_AFTER_EDIT, "A notice, from the first edit that could matter, within");
    HAPPENINGS.put(What.TAKEN_BACK, "Of text that was taken back: back within");
    HAPPENINGS.put(What.NUMBER_CORRECTED, "Of numbers that a notice corrected: corrected within");
  }

  private FigureTables() {}

  /** All but those by hour and weekday; those without a row are left out. */
  static List<FigureTable> of(GroupFigures figures) {
    List<FigureTable> tables = new ArrayList<>();
    if (!figures.watching().isAllOnce()) {
      tables.add(shares(figures, Subject.ARTICLES, "Articles that were"));
      HAPPENINGS.keySet().forEach(w -> happening(figures, w).ifPresent(tables::add));
      tables.add(shares(figures, Subject.EDITS, "Edits that are"));
      tables.add(kinds(figures.kinds()));
      lasting(figures.lasting()).ifPresent(tables::add);
      tables.add(pendulums(figures.pendulums()));
    }
    return tables.stream().filter(t -> !t.rows().isEmpty()).toList();
  }

  private static FigureTable shares(GroupFigures figures, Subject subject, String title) {
    List<List<String>> rows = shown(figures, subject).stream().map(FigureTables::row).toList();
    return new FigureTable(title, List.of("number", "share", "95 % interval"), rows);
  }

  /** The shares of which something can be said. */
  public static List<Figure> shown(GroupFigures figures, Subject subject) {
    return figures.figures().stream()
        .filter(f -> f.subject() == subject && f.share().whole() > 0)
        .filter(f -> figures.canBeSilent() || !SILENCE.contains(f.id()))
        .toList();
  }

  private static List<String> row(Figure figure) {
    ShareEstimate share = figure.share();
    String name =
        figure.subject() == Subject.ARTICLES
            ? ARTICLES.getOrDefault(figure.id(), figure.id())
            : disclosure(figure.id());
    return List.of(
        name, FigureCells.number(share), FigureCells.share(share), FigureCells.interval(share));
  }

  /** How edits were disclosed, in words that go on from "Edits that are". */
  public static String disclosure(String id) {
    return EDITS.getOrDefault(id, id);
  }

  private static Optional<FigureTable> happening(GroupFigures figures, What what) {
    EventCurve curve = figures.curve(what);
    boolean silent = what == What.FIRST_SILENT_EDIT;
    if (curve.units() == 0 || silent && !figures.canBeSilent()) {
      return Optional.empty();
    }
    return Optional.of(curve(curve, HAPPENINGS.getOrDefault(what, "")));
  }

  private static FigureTable curve(EventCurve curve, String title) {
    List<List<String>> rows = new ArrayList<>();
    for (Duration age : FigureWords.AGES) {
      curve.at(age.toSeconds()).ifPresent(r -> rows.add(row(age, r)));
    }
    if (rows.stream().anyMatch(row -> !row.get(3).equals(NOT_KNOWN))) {
      rows.add(median(curve));
    }
    return new FigureTable(
        title,
        List.of("surely, of those watched", "perhaps besides", "estimated share", "95 % interval"),
        rows);
  }

  private static List<String> row(Duration age, Reached r) {
    return List.of(
        FigureWords.age(age),
        Numbers.grouped(r.before()) + " of " + Numbers.grouped(r.watched()),
        Numbers.grouped(r.open()),
        r.isTold() ? FigureCells.bounds(r) : NOT_KNOWN,
        r.isTold() ? FigureCells.interval(r.interval()) : "");
  }

  private static List<String> median(EventCurve curve) {
    Quantile half = curve.median();
    if (half.value().isPresent()) {
      String value = "after " + FigureWords.lasting(half.value().getAsDouble());
      return List.of("half of them", "", "", value, end(half.low()) + " to " + end(half.high()));
    }
    boolean reached =
        curve.points().stream().filter(Reached::isTold).anyMatch(p -> p.high() >= 0.5);
    String value = reached ? "not known more closely" : "not reached, as far as is known";
    return List.of("half of them", "", "", value, "");
  }

  private static String end(OptionalDouble age) {
    return age.isEmpty() ? "not reached" : FigureWords.lasting(age.getAsDouble());
  }

  private static FigureTable kinds(List<KindFigures> kinds) {
    return new FigureTable(
        "Edits of",
        List.of(
            "number",
            "with a notice",
            "moved update time alone",
            "silent",
            "no update time stated",
            "can’t be told"),
        kinds.stream()
            .map(
                k ->
                    List.of(
                        Chips.name(k.kind()),
                        Numbers.grouped(k.noticed().whole()),
                        FigureCells.withShare(k.noticed()),
                        FigureCells.withShare(k.stamped()),
                        FigureCells.withShare(k.silent()),
                        FigureCells.withShare(k.noUpdateTime()),
                        FigureCells.withShare(k.untold())))
            .toList());
  }

  private static Optional<FigureTable> lasting(Lasting lasting) {
    if (lasting.articles() + lasting.open() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new FigureTable(
            "Texts a day after the first check",
            List.of("articles", "median", "95 % interval"),
            List.of(
                row("words of the first version that stand", lasting, lasting.standing()),
                row("words there are, of those of the first version", lasting, lasting.growth()))));
  }

  private static List<String> row(String name, Lasting lasting, Quantile median) {
    String[] share = FigureCells.share(median);
    boolean told = lasting.isTold();
    return List.of(
        name,
        Numbers.grouped(lasting.articles()),
        told ? share[0] : FigureCells.FEW,
        told ? share[1] : "");
  }

  private static FigureTable pendulums(Map<String, Integer> pendulums) {
    List<List<String>> rows = new ArrayList<>();
    pendulums.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(PENDULUMS)
        .forEach(e -> rows.add(List.of(e.getKey(), Numbers.grouped(e.getValue()))));
    if (pendulums.size() > PENDULUMS) {
      rows.add(List.of("and " + (pendulums.size() - PENDULUMS) + " more", ""));
    }
    return new FigureTable(
        "Articles whose text goes back and forth", List.of("further swings, not counted"), rows);
  }

  /** Edits by hour of the day; empty where no time can be counted. */
  public static Optional<FigureTable> hours(Rhythm hours) {
    return rhythm(
        hours,
        "Hour of the day, " + clock(hours),
        IntStream.range(0, 24).mapToObj(h -> String.format(Locale.ROOT, "%02d–%02d", h, h + 1)));
  }

  /** Edits by weekday; empty where no time can be counted. */
  public static Optional<FigureTable> weekdays(Rhythm weekdays) {
    return rhythm(
        weekdays,
        "Weekday, " + clock(weekdays),
        IntStream.rangeClosed(1, 7)
            .mapToObj(d -> DayOfWeek.of(d).getDisplayName(TextStyle.FULL, Locale.US)));
  }

  private static Optional<FigureTable> rhythm(
      Rhythm rhythm, String title, java.util.stream.Stream<String> names) {
    if (!rhythm.isKnown()) {
      return Optional.empty();
    }
    List<String> cells = names.toList();
    List<List<String>> rows =
        IntStream.range(0, cells.size())
            .mapToObj(i -> row(cells.get(i), rhythm.cells().get(i)))
            .toList();
    return Optional.of(
        new FigureTable(
            title,
            List.of("edits", "hours watched", "articles", "edits in 100 hours", "95 % interval"),
            rows));
  }

  private static List<String> row(String name, RateEstimate cell) {
    return List.of(
        name,
        FigureCells.number(cell.events()),
        Numbers.grouped(Math.round(cell.exposure())),
        Numbers.grouped(cell.units()),
        FigureCells.rate(cell),
        FigureCells.interval(cell));
  }

  /** Whose clock it is. */
  public static String clock(Rhythm rhythm) {
    return rhythm.local() ? "on the outlet’s own clock" : "UTC";
  }
}
