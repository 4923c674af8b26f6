package stet.report;

import static stet.report.Numbers.grouped;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stet.diff.Label;
import stet.report.page.Frame;
import stet.report.page.FrontView;
import stet.report.page.FrontView.ArticleRow;
import stet.report.page.FrontView.Count;
import stet.report.page.FrontView.OutletRow;
import stet.report.page.Link;
import stet.report.page.TellingView;

/** The front page and the outlets' pages, made from the articles' lines. */
final class FrontPages {
  private static final int TELLING = 10;
  private static final int OUTLETS = 40;

  /** Stands for the way to the site's first folder; no text of a page has such a character. */
  private static final String ROOT = "\u001A";

  private final Times times;

  FrontPages(Times times) {
    this.times = times;
  }

  /**
   * A page with counts, telling edits and the first rows of the table.
   *
   * @param table empty on a page without one
   */
  FrontView view(
      Frame frame,
      String name,
      Totals totals,
      List<TellingView> telling,
      List<OutletRow> outlets,
      ArticleLists.Table table) {
    return new FrontView(
        frame,
        name,
        counts(totals),
        Chips.counted(totals.labels),
        telling,
        outlets.stream().limit(OUTLETS).toList(),
        outlets.size() > OUTLETS
            ? new Link("outlets.html", "All " + Numbers.of(outlets.size(), "outlet", "outlets"))
            : new Link("", ""),
        table.rows(),
        "Articles",
        table.note(),
        table.orders(),
        table.pages());
  }

  /** A page with nothing but a part of the table. */
  FrontView list(Frame frame, ArticleLists.Table table) {
    return new FrontView(
        frame,
        frame.title(),
        List.of(),
        Chips.family(Label.Family.DISCLOSURE),
        List.of(),
        List.of(),
        new Link("", ""),
        table.rows(),
        frame.title(),
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
                    Numbers.grouped(own.silent),
                    Numbers.grouped(own.checks))));
    return rows;
  }

  /** The most telling edits, of all articles or of an outlet's. */
  List<TellingView> telling(Shelf shelf, String outlet, String root) {
    List<TellingView> views = new ArrayList<>();
    for (ArticleRef ref : shelf.ordered(ArticleLists.TELLING, outlet, 0, TELLING)) {
      ArticleLine line = shelf.note(ref).line();
      TellingEdit edit = line.telling();
      if (edit != null) {
        String href = root + Addresses.folder(line.article()) + Addresses.revision(edit.version());
        views.add(ArticlePages.tellingView(edit, line, href));
      }
    }
    return views;
  }

  private static List<Count> counts(Totals totals) {
    List<Count> counts = new ArrayList<>();
    counts.add(
        count(totals.revised, "of " + grouped(totals.articles) + " articles seen to change"));
    counts.add(count(totals.revisions, "revisions, in " + grouped(totals.versions) + " versions"));
    counts.add(count(totals.silent, "of " + grouped(totals.revisions) + " revisions silent"));
    counts.add(count(totals.gone, "of " + grouped(totals.checks) + " checks showed no article"));
    counts.add(count(totals.days, "article-days between first and last check"));
    return counts;
  }

  private static Count count(long number, String what) {
    return new Count(Numbers.grouped(number), what);
  }

  /** An article's row in tables, to be put on pages of several folders by {@link #placed}. */
  String row(ArticleLine line) {
    return Pages.text("part/articlerow", view(line)).strip();
  }

  /** A row for a page from whose folder {@code root} leads to the site's first one. */
  static String placed(String row, String root) {
    return row.replace(ROOT, root);
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
