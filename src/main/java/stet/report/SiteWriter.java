package stet.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import stet.article.ArticleVersion;
import stet.diff.Differ;
import stet.diff.Label;
import stet.report.page.DiffView;
import stet.report.page.FrontView;
import stet.report.page.MethodsView;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
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
    this.feeds = new Feeds(options, times);
  }

  /** Writes an article's folder. */
  void add(Timeline timeline) throws IOException {
    ArticleLine line = articles.line(timeline);
    timeline.versions().forEach(v -> extractors.add(v.state().extractor()));
    writeArticle(timeline, line);
    lines.add(line);
  }

  /** Writes everything that is about more than one article. */
  Written finish() throws IOException {
    lines.sort(Comparator.comparing(l -> l.article().key()));
    writeFront();
    return files.finish(lines.size());
  }

  private void writeArticle(Timeline timeline, ArticleLine line) throws IOException {
    String folder = Addresses.folder(timeline.article());
    String headline = FrameMaker.headline(line);
    files.writeInto(folder, "index.html", Pages.render("article", articles.view(timeline, line)));
    RevisionPages revisions = new RevisionPages(timeline, times);
    for (int group = 1; group <= revisions.groups(); group++) {
      files.writeInto(
          folder,
          Addresses.older(group),
          Pages.render("older", articles.older(line, revisions, group)));
    }
    for (Entry.Revised revised : timeline.revisions()) {
      String name = RevisionViews.name(revised.version() - 1, revised.version());
      DiffView view =
          new DiffViews(timeline, times)
              .neighbours(revised, frames.inArticle(headline + ": " + name));
      files.writeInto(folder, Addresses.revision(revised.version()), Pages.render("diff", view));
    }
    writeFirstLatest(timeline, headline, folder);
    VersionViews versions = new VersionViews(times);
    for (SeenVersion version : timeline.versions()) {
      var frame = frames.inArticle(headline + ": version " + version.number());
      files.writeInto(
          folder,
          Addresses.version(version.number()),
          Pages.render("version", versions.view(timeline, version, frame)));
    }
    feeds.article(timeline, line, folder, files);
    files.writeInto(folder, "article.json", SiteData.article(timeline));
    files.endFolder(folder);
  }

  private void writeFirstLatest(Timeline timeline, String headline, String folder)
      throws IOException {
    int latest = timeline.versions().size();
    if (latest < 3) {
      return;
    }
    ArticleVersion first = timeline.versions().get(0).state();
    ArticleVersion last = timeline.versions().get(latest - 1).state();
    DiffView view =
        new DiffViews(timeline, times)
            .any(
                1,
                latest,
                differ.diff(first, last),
                frames.inArticle(headline + ": first and latest version"));
    files.writeInto(folder, "first-latest.html", Pages.render("diff", view));
  }

  private void writeFront() throws IOException {
    FrontPages front = new FrontPages(times);
    FrontView index =
        front.view(frames.top(options.title()), options.title(), lines, front.outlets(lines, ""));
    files.write("index.html", Pages.render("front", index));
    FrontView outlets =
        front.view(frames.top("Outlets"), "Outlets", List.of(), front.outlets(lines, ""));
    files.write("outlets.html", Pages.render("outlets", outlets));
    Map<String, List<ArticleLine>> byOutlet = new TreeMap<>();
    lines.forEach(
        l -> byOutlet.computeIfAbsent(l.article().outlet(), o -> new ArrayList<>()).add(l));
    for (Map.Entry<String, List<ArticleLine>> outlet : byOutlet.entrySet()) {
      FrontView view =
          front.view(frames.outlet(outlet.getKey()), outlet.getKey(), outlet.getValue(), List.of());
      files.write(Addresses.outlet(outlet.getKey()), Pages.render("front", view));
    }
    MethodsView methods =
        new MethodsView(
            frames.top("Methods"),
            Chips.family(Label.Family.DISCLOSURE),
            Chips.family(Label.Family.SUBSTANCE),
            List.copyOf(extractors),
            times.zoneName());
    files.write("methods.html", Pages.render("methods", methods));
    files.write("index.json", SiteData.index(options, lines));
    feeds.write(lines, files);
  }
}
