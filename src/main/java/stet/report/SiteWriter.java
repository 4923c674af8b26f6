package stet.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import stet.diff.Differ;
import stet.diff.Label;
import stet.report.page.Frame;
import stet.report.page.FrontView;
import stet.report.page.MethodsView;
import stet.report.page.OutletsView;
import stet.timeline.Timeline;

/** One run of writing a site: takes the articles one by one, then writes what sums them up. */
final class SiteWriter {
  private final Differ differ;
  private final ReportOptions options;
  private final PageFiles files;
  private final Times times;
  private final FrameMaker frames;
  private final ArticlePages articles;
  private final Feeds feeds;
  private final List<ArticleLine> lines = new ArrayList<>();
  private final TreeSet<String> extractors = new TreeSet<>();

  SiteWriter(Differ differ, ReportOptions options, PageFiles files) {
    this.differ = differ;
    this.options = options;
    this.files = files;
    this.times = new Times(options.zone());
    this.frames = new FrameMaker(options);
    this.articles = new ArticlePages(times, frames);
    this.feeds = new Feeds(options);
  }

  /** Writes an article's folder. */
  void add(Timeline timeline) throws IOException {
    Judgements judgements = new Judgements(timeline);
    List<TellingEdit> edits = Tellings.all(timeline, judgements, times);
    ArticleLine line = articles.line(timeline, edits);
    timeline.versions().forEach(v -> extractors.add(v.state().extractor()));
    new ArticleWriter(timeline, judgements, line, edits, differ, times, files)
        .write(articles, frames, feeds);
    lines.add(line);
  }

  /** Writes everything that is about more than one article. */
  Written finish() throws IOException {
    lines.sort(Comparator.comparing(l -> l.article().key()));
    writeFront();
    return files.finish(lines.size());
  }

  private void writeFront() throws IOException {
    FrontPages front = new FrontPages(times);
    ArticleLists lists = new ArticleLists(front);
    Frame top = frames.top(FrameMaker.name(options));
    ArticleLists.Table table = lists.first(lines, "", "index.html", "articles-", true);
    FrontView index =
        front.view(top, FrameMaker.name(options), lines, front.outlets(lines, ""), table);
    files.write("index.html", Pages.render("front", index));
    lists.write(lines, "", "index.html", "articles-", true, top, files);
    OutletsView outlets = new OutletsView(frames.top("Outlets"), front.outlets(lines, ""));
    files.write("outlets.html", Pages.render("outlets", outlets));
    Map<String, List<ArticleLine>> byOutlet = new TreeMap<>();
    lines.forEach(
        l -> byOutlet.computeIfAbsent(l.article().outlet(), o -> new ArrayList<>()).add(l));
    for (Map.Entry<String, List<ArticleLine>> outlet : byOutlet.entrySet()) {
      writeOutlet(outlet.getKey(), outlet.getValue(), front, lists);
    }
    writeMethods();
    files.write("index.json", SiteData.index(options, lines));
    feeds.write(lines, files);
  }

  private void writeOutlet(
      String outlet, List<ArticleLine> own, FrontPages front, ArticleLists lists)
      throws IOException {
    String page = Addresses.outlet(outlet);
    String name = page.substring(page.indexOf('/') + 1);
    String stem = name.substring(0, name.length() - ".html".length()) + "-";
    Frame frame = frames.outlet(outlet);
    ArticleLists.Table table = lists.first(own, "../", name, stem, false);
    FrontView view = front.view(frame, outlet, own, List.of(), table);
    files.write(page, Pages.render("front", view));
    lists.write(own, "o/", name, stem, false, frame, files);
  }

  private void writeMethods() throws IOException {
    MethodsView methods =
        new MethodsView(
            frames.top("Methods"),
            Chips.family(Label.Family.DISCLOSURE),
            Chips.family(Label.Family.SUBSTANCE),
            List.copyOf(extractors),
            times.zoneName());
    files.write("methods.html", Pages.render("methods", methods));
  }
}
