package stet.report.site;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.diff.Differ;
import stet.diff.Revision;
import stet.report.page.CardView;
import stet.report.page.DiffView;
import stet.report.page.Frame;
import stet.report.view.ArticleLine;
import stet.report.view.Cards;
import stet.report.view.DiffViews;
import stet.report.view.FrameMaker;
import stet.report.view.GoneWords;
import stet.report.view.Pictures;
import stet.report.view.RevisionPages;
import stet.report.view.RevisionViews;
import stet.report.view.Sums;
import stet.report.view.VersionViews;
import stet.report.words.Addresses;
import stet.report.words.Judgements;
import stet.report.words.Pages;
import stet.report.words.TellingEdit;
import stet.report.words.Times;
import stet.timeline.BlameWalk;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Steps;
import stet.timeline.Timeline;

/** Writes the folder of one article: its page, its revisions, its versions, its feeds and data. */
final class ArticleWriter {
  private final Timeline timeline;
  private final ArticleLine line;
  private final List<TellingEdit> edits;
  private final Differ differ;
  private final Steps steps;
  private final Times times;
  private final Folder files;
  private final @Nullable Pictures pictures;
  private final Set<Integer> drawn = new HashSet<>();
  private final String folder;
  private final String headline;
  private final RevisionViews views;
  private final Judgements judgements;

  ArticleWriter(
      Timeline timeline,
      Judgements judgements,
      ArticleLine line,
      List<TellingEdit> edits,
      Differ differ,
      Times times,
      Folder files,
      @Nullable Pictures pictures) {
    this.timeline = timeline;
    this.line = line;
    this.edits = edits;
    this.differ = differ;
    this.steps = new Steps(timeline, differ);
    this.times = times;
    this.files = files;
    this.pictures = pictures;
    this.folder = Addresses.folder(timeline.article());
    this.headline = FrameMaker.headline(line);
    this.judgements = judgements;
    this.views = new RevisionViews(timeline, times, judgements);
  }

  /** Where the files of a folder go, in the order in which they are made. */
  interface Folder {
    /**
     * @throws IOException when the file cannot be written
     */
    void write(String name, byte[] content) throws IOException;
  }

  /** Makes all files of the folder and returns what other pages need of it. */
  PageSet.Note write(ArticlePages articles, FrameMaker frames, Feeds feeds) throws IOException {
    writeCards();
    RevisionPages revisions = new RevisionPages(timeline, views);
    Frame frame = shared(frames, frames.article(line), "index.html", line.telling());
    String sums = writeVersions(frames);
    put("index.html", "article", articles.view(timeline, line, sums, revisions, frame));
    for (int group = 1; group <= revisions.groups(); group++) {
      put(Addresses.older(group), "older", articles.older(line, revisions, group));
    }
    writeRevisions(frames);
    List<PageSet.Edit> newest = feeds.article(timeline, line, views, folder, files);
    files.write("article.json", SiteData.article(timeline, judgements));
    List<String> extractors =
        timeline.versions().stream().map(v -> v.state().extractor()).distinct().sorted().toList();
    return new PageSet.Note(line.withoutStrip(), newest, extractors);
  }

  /** Writes a picture for each revision of which there is something to show. */
  private void writeCards() throws IOException {
    for (TellingEdit edit : edits) {
      CardView card = Cards.of(edit, line);
      put(Addresses.card(edit.version()), "card", card);
      byte[] png = pictures == null ? null : pictures.png(card);
      if (png != null) {
        files.write(Addresses.png(edit.version()), png);
        drawn.add(edit.version());
      }
    }
  }

  private Frame shared(FrameMaker frames, Frame frame, String page, @Nullable TellingEdit edit) {
    if (edit == null) {
      return frame;
    }
    return frames.sharing(frame, page, line, edit, drawn.contains(edit.version()));
  }

  private @Nullable TellingEdit edit(int version) {
    return edits.stream().filter(e -> e.version() == version).findFirst().orElse(null);
  }

  private void writeRevisions(FrameMaker frames) throws IOException {
    DiffViews diffs = new DiffViews(timeline, steps, views, edits, times);
    for (Entry.Revised revised : timeline.revisions()) {
      String name = RevisionViews.name(revised.version() - 1, revised.version());
      String page = Addresses.revision(revised.version());
      Frame plain = frames.inArticle(headline + ": " + name);
      Frame frame = shared(frames, plain, page, edit(revised.version()));
      put(page, "diff", diffs.neighbours(revised, frame));
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

  /** Writes a page for each version, and says how much of the first is left in the last. */
  private String writeVersions(FrameMaker frames) throws IOException {
    if (timeline.versions().isEmpty()) {
      return "";
    }
    VersionViews versions = new VersionViews(timeline, steps, times);
    ArticleVersion first = timeline.versions().get(0).state();
    BlameWalk ages = new BlameWalk(first);
    GoneWords gone = new GoneWords(first);
    for (SeenVersion version : timeline.versions()) {
      int number = version.number();
      if (number > 1) {
        Revision revision = steps.to(number);
        gone.revise(revision, version.state(), number);
        ages.revise(revision, version.state());
      }
      Frame frame = frames.inArticle(headline + ": version " + number);
      put(Addresses.version(number), "version", versions.view(version, ages, gone, frame));
    }
    return Sums.of(timeline, ages.standing());
  }

  private void put(String name, String template, Object view) throws IOException {
    files.write(name, Pages.render(template, view));
  }
}
