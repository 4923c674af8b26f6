package stet.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
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

/**
 * Writes the static site of a collection: a front page, a page for each article, each revision,
 * each version and each outlet, and a page on methods. The same timelines and options give the same
 * bytes; files that would not change are not touched; a reader never sees half a page.
 */
public final class Site {
  private final Differ differ;
  private final ReportOptions options;
  private final Times times;
  private final FrameMaker frames;
  private final ArticlePages articles;
  private final TreeSet<String> extractors = new TreeSet<>();

  /**
   * @param differ compares versions that are no neighbours
   */
  public Site(Differ differ, ReportOptions options) {
    this.differ = differ;
    this.options = options;
    this.times = new Times(options.zone());
    this.frames = new FrameMaker(options);
    this.articles = new ArticlePages(times, frames);
  }

  /**
   * Writes the site. Timelines are taken one at a time; only a few lines of each stay in memory.
   *
   * @param timelines every article of the collection, in any order
   * @param dir the site's folder, made if it is not there; what else lies in it stays
   * @throws IOException when a file cannot be written; what was written until then is whole
   */
  public Written write(Iterator<Timeline> timelines, Path dir) throws IOException {
    List<ArticleLine> lines = new ArrayList<>();
    try (PageFiles files = new PageFiles(dir)) {
      files.write("stet.css", css());
      while (timelines.hasNext()) {
        Timeline timeline = timelines.next();
        ArticleLine line = articles.line(timeline);
        writeArticle(timeline, line, files);
        lines.add(line);
      }
      lines.sort(Comparator.comparing(l -> l.article().key()));
      writeFront(lines, files);
      return files.finish(lines.size());
    }
  }

  private void writeArticle(Timeline timeline, ArticleLine line, PageFiles files)
      throws IOException {
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
    writeFirstLatest(timeline, headline, folder, files);
    VersionViews versions = new VersionViews(times);
    for (SeenVersion version : timeline.versions()) {
      extractors.add(version.state().extractor());
      var frame = frames.inArticle(headline + ": version " + version.number());
      files.writeInto(
          folder,
          Addresses.version(version.number()),
          Pages.render("version", versions.view(timeline, version, frame)));
    }
    files.endFolder(folder);
  }

  private void writeFirstLatest(Timeline timeline, String headline, String folder, PageFiles files)
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

  private void writeFront(List<ArticleLine> lines, PageFiles files) throws IOException {
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
  }

  private static byte[] css() throws IOException {
    try (InputStream in = Site.class.getResourceAsStream("stet.css")) {
      if (in == null) {
        throw new IOException("the style sheet is missing from the program");
      }
      return in.readAllBytes();
    }
  }
}
