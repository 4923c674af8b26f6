package stet.report.site;

import static stet.report.words.Numbers.grouped;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;
import stet.report.page.Chip;
import stet.report.page.Frame;
import stet.report.page.FrontView;
import stet.report.page.FrontView.Above;
import stet.report.page.FrontView.ArticleRow;
import stet.report.page.FrontView.Count;
import stet.report.page.FrontView.Edits;
import stet.report.page.FrontView.KindRow;
import stet.report.page.FrontView.OutletRow;
import stet.report.page.FrontView.Row;
import stet.report.page.Link;
import stet.report.page.SearchView;
import stet.report.page.TellingView;
import stet.report.view.ArticleLine;
import stet.report.view.figures.OutletFigures;
import stet.report.words.Addresses;
import stet.report.words.Chips;
import stet.report.words.Numbers;
import stet.report.words.Pages;
import stet.report.words.Times;
import stet.stats.Figures;
import stet.stats.GroupFigures;
import stet.stats.Share;
import stet.stats.Watching;

/** The front page and the outlets' pages, made from the articles' lines. */
final class FrontPages {
  private static final int LATELY = 8;
  private static final int TELLING = 6;
  private static final int OUTLETS = 40;

  /** Stands for the way to the site's first folder; no text of a page has such a character. */
  private static final String ROOT = "\u001A";

  /** A class of revisions that is counted apart on every page with counts. */
  private record Said(Label.Kind kind, String what) {}

  private static final List<Said> SAID =
      List.of(
          new Said(Label.Kind.NO_UPDATE_TIME, "with no update time stated"),
          new Said(Label.Kind.CANNOT_TELL, "of which it can’t be told"),
          new Said(Label.Kind.PUBLISHED_MOVED, "with a moved published time"),
          new Said(Label.Kind.TEMPLATE_DRIFT, "held as a new template"),
          new Said(Label.Kind.PERHAPS_CUT, "perhaps cut off"));

  private static final Link NOWHERE = new Link("", "");

  private final Times times;
  private final OutletFigures outletFigures;

  FrontPages(Times times) {
    this.times = times;
    this.outletFigures = new OutletFigures(times);
  }

  /** The page of a collection. */
  FrontView front(
      Frame frame,
      String name,
      Figures figures,
      List<FrontView.Day> days,
      List<Edits> telling,
      List<OutletRow> outlets,
      ArticleLists.Table table) {
    Link more =
        outlets.size() > OUTLETS
            ? new Link("outlets.html", "All " + Numbers.of(outlets.size(), "outlet", "outlets"))
            : NOWHERE;
    List<OutletRow> first = outlets.stream().limit(OUTLETS).toList();
    Above above = new Above(counts(figures), days, telling, List.of(), null, first, more);
    return new FrontView(frame, name, above, table("Articles", table));
  }

  /**
   * The page of an outlet.
   *
   * @param known figures with intervals; null where no article was looked at
   */
  FrontView outlet(
      Frame frame,
      String name,
      Figures figures,
      List<Edits> telling,
      @Nullable GroupFigures known,
      ArticleLists.Table table) {
    Above above =
        new Above(
            counts(figures),
            List.of(),
            telling,
            kinds(figures),
            known == null ? null : outletFigures.of(known, FigurePages.places(name)),
            List.of(),
            NOWHERE);
    return new FrontView(frame, name, above, table("Articles", table));
  }

  /** A page with nothing but a part of the table. */
  FrontView list(Frame frame, ArticleLists.Table table) {
    return new FrontView(frame, frame.title(), Above.NOTHING, table(frame.title(), table));
  }

  private static FrontView.Table table(String title, ArticleLists.Table table) {
    return new FrontView.Table(
        title, table.note(), filters(table.rows()), table.rows(), table.orders(), table.pages());
  }

  List<OutletRow> outlets(Map<String, Figures> byOutlet, String root) {
    List<OutletRow> rows = new ArrayList<>();
    byOutlet.forEach(
        (outlet, own) -> rows.add(row(new Link(root + Addresses.outlet(outlet), outlet), own)));
    return rows;
  }

  private static OutletRow row(Link outlet, Figures own) {
    Share silent = own.silentOfTold();
    return new OutletRow(
        outlet,
        grouped(own.articles()),
        grouped(own.revised()),
        grouped(own.edits().revisions()),
        grouped(silent.part()) + percent(silent),
        grouped(own.edits().labelled(Label.Kind.NO_UPDATE_TIME)),
        grouped(own.edits().labelled(Label.Kind.CANNOT_TELL)),
        grouped(own.edits().labelled(Label.Kind.TEMPLATE_DRIFT)),
        grouped(own.edits().labelled(Label.Kind.PERHAPS_CUT)),
        grouped(own.watching().checks()));
  }

  /**
   * The most telling edits of all articles or of an outlet's: first the newest stretch, then all
   * time.
   */
  List<Edits> telling(ShownArticles shown, String outlet, Figures figures, String root) {
    MostTelling most = new MostTelling(shown, outlet, root);
    List<Edits> lists = new ArrayList<>();
    Lately lately = Lately.of(shown, outlet, figures.watching().last());
    if (lately != null) {
      String title = "Most telling edits of the " + lately.name() + " to " + times.day(lately.to());
      List<TellingView> newest = most.of(lately.from(), LATELY);
      lists.add(new Edits("lately", title, note(lately, figures), newest));
    }
    List<TellingView> all = most.of(null, TELLING);
    String note = lists.isEmpty() ? "" : "One for each article that is not shown above.";
    lists.add(new Edits("telling", "Most telling edits of all time", note, all));
    return lists.stream().filter(l -> !l.edits().isEmpty()).toList();
  }

  private String note(Lately lately, Figures figures) {
    return "Edits first seen between "
        + times.stamp(lately.from())
        + " and "
        + times.stamp(lately.to())
        + " "
        + times.zoneName()
        + ", the last check: in "
        + grouped(lately.changed())
        + " of "
        + Numbers.of(figures.articles(), "article", "articles")
        + ".";
  }

  private static List<Count> counts(Figures figures) {
    stet.stats.Edits edits = figures.edits();
    Watching watching = figures.watching();
    String revisions = Numbers.of(edits.revisions(), "revision", "revisions");
    List<Count> counts = new ArrayList<>();
    counts.add(
        count(
            figures.revised(),
            "of " + Numbers.of(figures.articles(), "article", "articles") + " seen to change"));
    counts.add(
        count(edits.revisions(), "revisions, in " + grouped(edits.versions()) + " versions"));
    counts.add(count(watching.checks(), "checks" + apart(figures)));
    counts.add(
        new Count(
            days(watching.watched()), "article-days from each article’s first check to its last"));
    Share silent = figures.silentOfTold();
    String told = Numbers.of(silent.whole(), "revision", "revisions");
    counts.add(
        count(silent.part(), "silent, of " + told + " of which it can be told" + percent(silent)));
    for (Said said : SAID) {
      Share share = figures.labelled(said.kind());
      counts.add(count(share.part(), "of " + revisions + " " + said.what() + percent(share)));
    }
    counts.add(
        count(edits.wide(), "of " + revisions + " in a gap: between checks over a week apart"));
    counts.add(
        count(
            watching.gone(),
            "of "
                + Numbers.of(watching.checks(), "check", "checks")
                + " showed no article, "
                + (watching.cutOff() == 0 ? "none" : grouped(watching.cutOff()))
                + " cut off by a wall"));
    return counts;
  }

  private static String days(Duration watched) {
    long days = watched.toDays();
    return days == 0 && !watched.isZero() ? "< 1" : grouped(days);
  }

  private static String apart(Figures figures) {
    return figures.apart().map(d -> ", " + Times.lasting(d) + " apart on average").orElse("");
  }

  /** A share in percent, where there are enough to speak of one. */
  private static String percent(Share share) {
    if (share.percent().isEmpty()) {
      return "";
    }
    int percent = share.percent().getAsInt();
    boolean hardly = percent == 0 && share.part() > 0;
    boolean nearly = percent == 100 && share.part() < share.whole();
    return " (" + (hardly ? "under 1" : nearly ? "over 99" : percent) + "\u00a0%)";
  }

  /** How often each kind of edit was seen, the most frequent first. */
  private static List<KindRow> kinds(Figures figures) {
    return figures.edits().labels().entrySet().stream()
        .filter(e -> e.getKey().family() == Label.Family.SUBSTANCE)
        .sorted(Map.Entry.<Label.Kind, Integer>comparingByValue().reversed())
        .map(e -> kind(e.getKey(), figures.edits()))
        .toList();
  }

  private static KindRow kind(Label.Kind kind, stet.stats.Edits edits) {
    return new KindRow(
        Chips.of(kind, "", 0), grouped(edits.labelled(kind)), grouped(edits.silentLabelled(kind)));
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
    return new Count(grouped(number), what);
  }

  /** An article's row in tables, to be put on pages of several folders by {@link #placed}. */
  Row row(ArticleLine line) {
    ArticleRow view = view(line);
    return new Row(view.kinds(), Pages.text("part/articlerow", view).strip());
  }

  /** An article's row in lists of headlines, which lie in the site's first folder. */
  static String entry(ArticleLine line) {
    String href = Addresses.folder(line.article()) + "index.html";
    return Pages.text(
            "part/searchrow",
            new SearchView.Article(href, line.headline(), line.article().outlet()))
        .strip();
  }

  /** A row for a page from whose folder {@code root} leads to the site's first one. */
  static Row placed(Row row, String root) {
    return new Row(row.kinds(), row.html().replace(ROOT, root));
  }

  private ArticleRow view(ArticleLine line) {
    StringBuilder kinds = new StringBuilder();
    Map<Label.Kind, Integer> labels = line.edits().labels();
    labels.keySet().forEach(k -> kinds.append("has-").append(k.id()).append(' '));
    Instant changed = line.figures().changed();
    return new ArticleRow(
        ROOT + Addresses.folder(line.article()) + "index.html",
        line.headline(),
        line.article().outlet(),
        kinds.toString().trim(),
        Chips.counted(labels),
        grouped(line.edits().versions()),
        grouped(line.watching().checks()),
        changed == null ? "no change seen" : times.briefDay(changed),
        changed == null ? "" : changed.toString(),
        line.strip());
  }
}
