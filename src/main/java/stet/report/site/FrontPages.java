package stet.report.site;

import static stet.report.words.Numbers.grouped;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stet.diff.Label;
import stet.report.page.Chip;
import stet.report.page.Frame;
import stet.report.page.FrontView;
import stet.report.page.FrontView.ArticleRow;
import stet.report.page.FrontView.Count;
import stet.report.page.FrontView.Edits;
import stet.report.page.FrontView.KindRow;
import stet.report.page.FrontView.OutletRow;
import stet.report.page.FrontView.Row;
import stet.report.page.Link;
import stet.report.page.TellingView;
import stet.report.view.ArticleLine;
import stet.report.words.Addresses;
import stet.report.words.Chips;
import stet.report.words.Numbers;
import stet.report.words.Pages;
import stet.report.words.Times;

/** The front page and the outlets' pages, made from the articles' lines. */
final class FrontPages {
  private static final int LATELY = 8;
  private static final int TELLING = 6;
  private static final int OUTLETS = 40;

  /** Of fewer revisions a share in percent says more than is known. */
  private static final int ENOUGH = 20;

  /** Of fewer articles a median says nothing. */
  private static final int ENOUGH_ARTICLES = 5;

  /** Stands for the way to the site's first folder; no text of a page has such a character. */
  private static final String ROOT = "\u001A";

  /** A class of revisions that is counted apart on every page with counts. */
  private record Said(Label.Kind kind, String what) {}

  private static final List<Said> SAID =
      List.of(
          new Said(Label.Kind.SILENT, "silent"),
          new Said(Label.Kind.NO_UPDATE_TIME, "with no update time stated"),
          new Said(Label.Kind.CANNOT_TELL, "of which it can’t be told"),
          new Said(Label.Kind.PUBLISHED_MOVED, "with a moved published time"),
          new Said(Label.Kind.TEMPLATE_DRIFT, "held as a new template"),
          new Said(Label.Kind.PERHAPS_CUT, "perhaps cut off"));

  private static final Link NOWHERE = new Link("", "");

  private final Times times;

  FrontPages(Times times) {
    this.times = times;
  }

  /** The page of a collection. */
  FrontView front(
      Frame frame,
      String name,
      Totals totals,
      List<Edits> telling,
      List<OutletRow> outlets,
      ArticleLists.Table table) {
    Link more =
        outlets.size() > OUTLETS
            ? new Link("outlets.html", "All " + Numbers.of(outlets.size(), "outlet", "outlets"))
            : NOWHERE;
    List<OutletRow> first = outlets.stream().limit(OUTLETS).toList();
    Above above = new Above(counts(totals), telling, List.of(), List.of(), first, more);
    return page(frame, name, above, "Articles", table);
  }

  /**
   * The page of an outlet.
   *
   * @param untilSilent see {@link OutletSums#untilSilent}
   */
  FrontView outlet(
      Frame frame,
      String name,
      Totals totals,
      List<Edits> telling,
      Optional<Duration> untilSilent,
      ArticleLists.Table table) {
    Above above =
        new Above(
            counts(totals),
            telling,
            kinds(totals),
            statements(totals, untilSilent),
            List.of(),
            NOWHERE);
    return page(frame, name, above, "Articles", table);
  }

  /** A page with nothing but a part of the table. */
  FrontView list(Frame frame, ArticleLists.Table table) {
    return page(frame, frame.title(), Above.NOTHING, frame.title(), table);
  }

  /** What stands above the table. */
  private record Above(
      List<Count> counts,
      List<Edits> telling,
      List<KindRow> kinds,
      List<String> statements,
      List<OutletRow> outlets,
      Link more) {
    static final Above NOTHING =
        new Above(List.of(), List.of(), List.of(), List.of(), List.of(), NOWHERE);
  }

  private static FrontView page(
      Frame frame, String name, Above above, String tableTitle, ArticleLists.Table table) {
    return new FrontView(
        frame,
        name,
        above.counts(),
        filters(table.rows()),
        above.telling(),
        above.kinds(),
        above.statements(),
        above.outlets(),
        above.more(),
        table.rows(),
        tableTitle,
        table.note(),
        table.orders(),
        table.pages());
  }

  List<OutletRow> outlets(Map<String, Totals> byOutlet, String root) {
    List<OutletRow> rows = new ArrayList<>();
    byOutlet.forEach(
        (outlet, own) ->
            rows.add(
                new OutletRow(
                    new Link(root + Addresses.outlet(outlet), outlet),
                    Numbers.grouped(own.articles),
                    Numbers.grouped(own.revised),
                    Numbers.grouped(own.revisions),
                    Numbers.grouped(own.silent) + share(own.silent, own.revisions),
                    grouped(own.of(Label.Kind.NO_UPDATE_TIME)),
                    grouped(own.of(Label.Kind.CANNOT_TELL)),
                    grouped(own.of(Label.Kind.TEMPLATE_DRIFT)),
                    grouped(own.of(Label.Kind.PERHAPS_CUT)),
                    Numbers.grouped(own.checks))));
    return rows;
  }

  /**
   * The most telling edits of all articles or of an outlet's: first the newest stretch, then all
   * time.
   */
  List<Edits> telling(LedgerArticles shelf, String outlet, Totals totals, String root) {
    MostTelling most = new MostTelling(shelf, outlet, root);
    List<Edits> lists = new ArrayList<>();
    Lately lately = Lately.of(shelf, outlet, totals.last);
    if (lately != null) {
      String title = "Most telling edits of the " + lately.name() + " to " + times.day(lately.to());
      List<TellingView> newest = most.of(lately.from(), LATELY);
      lists.add(new Edits("lately", title, note(lately, totals), newest));
    }
    List<TellingView> all = most.of(null, TELLING);
    String note = lists.isEmpty() ? "" : "One for each article that is not shown above.";
    lists.add(new Edits("telling", "Most telling edits of all time", note, all));
    return lists.stream().filter(l -> !l.edits().isEmpty()).toList();
  }

  private String note(Lately lately, Totals totals) {
    return "Edits first seen between "
        + times.stamp(lately.from())
        + " and "
        + times.stamp(lately.to())
        + " "
        + times.zoneName()
        + ", the last check: in "
        + grouped(lately.changed())
        + " of "
        + Numbers.of(totals.articles, "article", "articles")
        + ".";
  }

  private static List<Count> counts(Totals totals) {
    String revisions = Numbers.of(totals.revisions, "revision", "revisions");
    List<Count> counts = new ArrayList<>();
    counts.add(
        count(
            totals.revised,
            "of " + Numbers.of(totals.articles, "article", "articles") + " seen to change"));
    counts.add(count(totals.revisions, "revisions, in " + grouped(totals.versions) + " versions"));
    counts.add(count(totals.checks, "checks" + apart(totals)));
    counts.add(
        new Count(watched(totals), "article-days from each article’s first check to its last"));
    for (Said said : SAID) {
      long number = totals.of(said.kind());
      String share = share(number, totals.revisions);
      counts.add(count(number, "of " + revisions + " " + said.what() + share));
    }
    counts.add(
        count(totals.wide, "of " + revisions + " in a gap: between checks over a week apart"));
    counts.add(
        count(
            totals.gone,
            "of "
                + Numbers.of(totals.checks, "check", "checks")
                + " showed no article, "
                + (totals.cut == 0 ? "none" : grouped(totals.cut))
                + " cut off by a wall"));
    return counts;
  }

  private static String watched(Totals totals) {
    long days = totals.watched().toDays();
    return days == 0 && !totals.watched().isZero() ? "< 1" : grouped(days);
  }

  private static String apart(Totals totals) {
    Duration apart = totals.apart();
    return apart == null ? "" : ", " + Times.lasting(apart) + " apart on average";
  }

  /** A share in percent, where there are enough to speak of one. */
  private static String share(long part, long whole) {
    return whole < ENOUGH ? "" : " (" + Math.round(100.0 * part / whole) + "\u00a0%)";
  }

  /** How often each kind of edit was seen, the most frequent first. */
  private static List<KindRow> kinds(Totals totals) {
    return totals.labels.entrySet().stream()
        .filter(e -> e.getKey().family() == Label.Family.SUBSTANCE)
        .sorted(Map.Entry.<Label.Kind, Integer>comparingByValue().reversed())
        .map(e -> kind(e.getKey(), e.getValue(), totals))
        .toList();
  }

  private static KindRow kind(Label.Kind kind, int revisions, Totals totals) {
    int silent = totals.silentLabels.getOrDefault(kind, 0);
    return new KindRow(Chips.of(kind, "", 0), grouped(revisions), grouped(silent));
  }

  /** What can be said of an outlet in sentences. */
  private static List<String> statements(Totals totals, Optional<Duration> untilSilent) {
    if (untilSilent.isEmpty()) {
      return List.of("No silent revision was seen.");
    }
    String had =
        grouped(totals.silentArticles)
            + " of "
            + Numbers.of(totals.articles, "article", "articles")
            + " had a silent revision. ";
    return List.of(
        totals.silentArticles < ENOUGH_ARTICLES
            ? had
            : had
                + "In half of these it was first seen within "
                + Times.lasting(untilSilent.get())
                + " of the article’s first check, which may be long after it was published.");
  }

  /** What the rows of one page can be filtered by, with how many would be left. */
  private static List<Chip> filters(List<Row> rows) {
    List<Chip> filters = new ArrayList<>();
    for (Label.Kind kind : Label.Kind.values()) {
      int left = (int) rows.stream().filter(r -> r.has(kind.id())).count();
      if (left > 0 && kind.family() == Label.Family.DISCLOSURE) {
        filters.add(Chips.of(kind, "", left));
      }
    }
    return filters;
  }

  private static Count count(long number, String what) {
    return new Count(Numbers.grouped(number), what);
  }

  /** An article's row in tables, to be put on pages of several folders by {@link #placed}. */
  Row row(ArticleLine line) {
    ArticleRow view = view(line);
    return new Row(view.kinds(), Pages.text("part/articlerow", view).strip());
  }

  /** A row for a page from whose folder {@code root} leads to the site's first one. */
  static Row placed(Row row, String root) {
    return new Row(row.kinds(), row.html().replace(ROOT, root));
  }

  private ArticleRow view(ArticleLine line) {
    StringBuilder kinds = new StringBuilder();
    line.labels().keySet().forEach(k -> kinds.append("has-").append(k.id()).append(' '));
    boolean changed = line.changed() != null;
    return new ArticleRow(
        ROOT + Addresses.folder(line.article()) + "index.html",
        line.headline(),
        line.article().outlet(),
        kinds.toString().trim(),
        Chips.counted(line.labels()),
        Numbers.grouped(line.versions()),
        Numbers.grouped(line.captures()),
        changed ? times.briefDay(line.changed()) : "no change seen",
        changed ? line.changed().toString() : "",
        line.strip());
  }
}
