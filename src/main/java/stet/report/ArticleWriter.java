package stet.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.article.ArticleVersion;
import stet.diff.Differ;
import stet.report.page.DiffView;
import stet.report.page.Frame;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/** Writes the folder of one article: its page, its revisions, its versions, its feeds and data. */
final class ArticleWriter {
  private final Timeline timeline;
  private final ArticleLine line;
  private final List<TellingEdit> edits;
  private final Differ differ;
  private final Times times;
  private final PageFiles files;
  private final String folder;
  private final String headline;
  private final RevisionViews views;

  ArticleWriter(
      Timeline timeline,
      Judgements judgements,
      ArticleLine line,
      List<TellingEdit> edits,
      Differ differ,
      Times times,
      PageFiles files) {
    this.timeline = timeline;
    this.line = line;
    this.edits = edits;
    this.differ = differ;
    this.times = times;
    this.files = files;
    this.folder = Addresses.folder(timeline.article());
    this.headline = FrameMaker.headline(line);
    this.views = new RevisionViews(timeline, times, judgements);
  }

  /** Writes the folder and says what is in it. */
  Made write(ArticlePages articles, FrameMaker frames, Feeds feeds, String inputs)
      throws IOException {
    RevisionPages revisions = new RevisionPages(timeline, views);
    put("index.html", "article", articles.view(timeline, line, revisions));
    for (int group = 1; group <= revisions.groups(); group++) {
      put(Addresses.older(group), "older", articles.older(line, revisions, group));
    }
    writeRevisions(frames);
    writeCards();
    writeVersions(frames);
    List<Made.Edit> newest = feeds.article(timeline, line, views, folder, files);
    files.writeInto(folder, "article.json", SiteData.article(timeline, views));
    List<String> extractors =
        timeline.versions().stream().map(v -> v.state().extractor()).distinct().sorted().toList();
    Made.Note note = new Made.Note(line, newest, extractors);
    return new Made(folder, inputs, files.endFolder(folder), note);
  }

  /** Writes a picture for each revision of which there is something to show. */
  private void writeCards() throws IOException {
    for (TellingEdit edit : edits) {
      put(Addresses.card(edit.version()), "card", Cards.of(edit, line));
    }
  }

  private void writeRevisions(FrameMaker frames) throws IOException {
    DiffViews diffs = new DiffViews(timeline, views, edits, times);
    for (Entry.Revised revised : timeline.revisions()) {
      String name = RevisionViews.name(revised.version() - 1, revised.version());
      Frame frame = frames.inArticle(headline + ": " + name);
      put(Addresses.revision(revised.version()), "diff", diffs.neighbours(revised, frame));
    }
    int latest = timeline.versions().size();
    if (latest > 2) {
      ArticleVersion first = timeline.versions().get(0).state();
      ArticleVersion last = timeline.versions().get(latest - 1).state();
      Frame frame = frames.inArticle(headline + ": first and latest version");
      DiffView view = diffs.any(1, latest, differ.diff(first, last), frame);
      put("first-latest.html", "diff", view);
    }
  }

  private void writeVersions(FrameMaker frames) throws IOException {
    VersionViews versions = new VersionViews(times);
    Map<Integer, Entry.Revised> revisions = new HashMap<>();
    timeline.revisions().forEach(r -> revisions.put(r.version(), r));
    WordAges ages = null;
    for (SeenVersion version : timeline.versions()) {
      int number = version.number();
      Entry.Revised revised = revisions.get(number);
      if (ages == null || revised == null) {
        ages = new WordAges(version.state());
      } else {
        ages.revise(revised.revision(), version.state(), number);
      }
      Frame frame = frames.inArticle(headline + ": version " + number);
      put(Addresses.version(number), "version", versions.view(timeline, version, ages, frame));
    }
  }

  private void put(String name, String template, Object view) throws IOException {
    files.writeInto(folder, name, Pages.render(template, view));
  }
}
