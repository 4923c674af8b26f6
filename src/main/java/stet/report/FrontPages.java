package stet.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
      List<ArticleLine> lines,
      List<OutletRow> outlets,
      ArticleLists.Table table) {
    return new FrontView(
        frame,
        name,
        counts(lines),
        Chips.counted(labels(lines)),
        telling(lines, frame.root()),
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

  List<OutletRow> outlets(List<ArticleLine> lines, String root) {
    Map<String, List<ArticleLine>> byOutlet = new TreeMap<>();
    lines.forEach(
        l -> byOutlet.computeIfAbsent(l.article().outlet(), o -> new ArrayList<>()).add(l));
    List<OutletRow> rows = new ArrayList<>();
    byOutlet.forEach(
        (outlet, own) ->
            rows.add(
                new OutletRow(
                    new Link(root + Addresses.outlet(outlet), outlet),
                    Numbers.grouped(own.size()),
                    Numbers.grouped(own.stream().filter(l -> l.revisions() > 0).count()),
                    Numbers.grouped(own.stream().mapToInt(ArticleLine::revisions).sum()),
                    Numbers.grouped(own.stream().mapToInt(ArticleLine::silent).sum()),
                    Numbers.grouped(own.stream().mapToInt(ArticleLine::captures).sum()))));
    return rows;
  }

  private List<TellingView> telling(List<ArticleLine> lines, String root) {
    List<TellingView> views = new ArrayList<>();
    lines.stream()
        .filter(l -> l.telling() != null)
        .sorted(ArticleLists.TELLING)
        .limit(TELLING)
        .forEach(
            l -> {
              TellingEdit edit = l.telling();
              if (edit != null) {
                String href =
                    root + Addresses.folder(l.article()) + Addresses.revision(edit.version());
                views.add(ArticlePages.tellingView(edit, l, href));
              }
            });
    return views;
  }

  private List<Count> counts(List<ArticleLine> lines) {
    long checks = lines.stream().mapToLong(ArticleLine::captures).sum();
    long gone = lines.stream().mapToLong(ArticleLine::gone).sum();
    long revisions = lines.stream().mapToLong(ArticleLine::revisions).sum();
    long silent = lines.stream().mapToLong(ArticleLine::silent).sum();
    long days = lines.stream().mapToLong(l -> Duration.between(l.first(), l.last()).toDays()).sum();
    long changed = lines.stream().filter(l -> l.revisions() > 0).count();
    long versions = lines.stream().mapToLong(ArticleLine::versions).sum();
    List<Count> counts = new ArrayList<>();
    counts.add(count(lines.size(), "articles watched"));
    counts.add(count(changed, "of them seen to change"));
    counts.add(count(versions, "versions seen"));
    counts.add(count(revisions, "revisions"));
    counts.add(count(silent, "of them silent"));
    counts.add(count(checks, "checks made"));
    counts.add(count(gone, "of them without an article"));
    counts.add(count(days, "article-days between first and last check"));
    return counts;
  }

  private static Count count(long number, String what) {
    return new Count(Numbers.grouped(number), what);
  }

  private static Map<Label.Kind, Integer> labels(List<ArticleLine> lines) {
    Map<Label.Kind, Integer> labels = new EnumMap<>(Label.Kind.class);
    lines.forEach(l -> l.labels().forEach((k, n) -> labels.merge(k, n, Integer::sum)));
    return labels;
  }

  ArticleRow row(ArticleLine line, String root) {
    StringBuilder kinds = new StringBuilder();
    line.labels().keySet().forEach(k -> kinds.append("has-").append(k.id()).append(' '));
    boolean changed = line.changed() != null;
    return new ArticleRow(
        root + Addresses.folder(line.article()) + "index.html",
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
