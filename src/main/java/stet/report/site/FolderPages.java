package stet.report.site;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.capture.Payload;
import stet.diff.Differ;
import stet.diff.Revision;
import stet.report.page.CheckForm;
import stet.report.page.DiffView;
import stet.report.page.Frame;
import stet.report.page.NoteForm;
import stet.report.page.NoticesView;
import stet.report.view.ArticleLine;
import stet.report.view.Beside;
import stet.report.view.Cards;
import stet.report.view.DayViews;
import stet.report.view.DiffViews;
import stet.report.view.FrameMaker;
import stet.report.view.GoneWords;
import stet.report.view.Mastheads;
import stet.report.view.Notices;
import stet.report.view.RevisionPages;
import stet.report.view.RevisionViews;
import stet.report.view.TellingEdits;
import stet.report.view.TitledArticle;
import stet.report.view.VersionViews;
import stet.report.words.Addresses;
import stet.report.words.Chips;
import stet.report.words.Judgements;
import stet.report.words.Pages;
import stet.report.words.TellingEdit;
import stet.report.words.Times;
import stet.timeline.BlameWalk;
import stet.timeline.Entry;
import stet.timeline.PagePictures;
import stet.timeline.SeenVersion;
import stet.timeline.Steps;
import stet.timeline.Timeline;

/** The pages of one article's folder, each made when it is asked for. */
final class FolderPages {
  private final Timeline timeline;
  private final Times times;
  private final Judgements judgements;
  private final TellingEdits edits;
  private final Differ differ;
  private final Steps steps;
  private final FrameMaker frames;
  private final ArticlePages articles;
  private final TitledArticle titled;
  private final String headline;
  private @Nullable ArticleLine line;
  private final RevisionViews views;
  private final RevisionPages revisions;
  private final DiffViews diffs;
  private final VersionViews versions;
  private final PagePictures pictures;

  FolderPages(Timeline timeline, Basis basis, Times times, FrameMaker frames) {
    this.timeline = timeline;
    this.times = times;
    this.judgements = new Judgements(timeline);
    this.edits = new TellingEdits(timeline, judgements, times);
    this.differ = basis.differ();
    this.steps = new Steps(timeline, basis.differ());
    this.frames = frames;
    this.articles = new ArticlePages(times, frames);
    this.titled = ArticlePages.titled(timeline);
    this.headline = FrameMaker.headline(titled);
    this.views = new RevisionViews(timeline, times, judgements, basis.annotations().on(timeline));
    this.revisions = new RevisionPages(timeline, views);
    this.diffs = new DiffViews(timeline, steps, views, edits, times);
    this.pictures = basis.pictures();
    this.versions = new VersionViews(timeline, steps, times);
  }

  Timeline timeline() {
    return timeline;
  }

  /** What is kept of the article. */
  ArticleLine line() {
    if (line == null) {
      line = articles.line(timeline, edits());
    }
    return line;
  }

  /** What the article is called. */
  TitledArticle titled() {
    return titled;
  }

  /** Its edits with their most telling words, oldest first. */
  List<TellingEdit> edits() {
    return edits.all();
  }

  RevisionViews views() {
    return views;
  }

  /** Walks from version to version. */
  Steps steps() {
    return steps;
  }

  /** Everything that the pages show, as JSON. */
  byte[] data() {
    return SiteData.article(timeline, judgements);
  }

  /**
   * The article's own page.
   *
   * @param sums how much it changed, in sentences
   * @param drawn versions whose revisions have a picture in dots
   */
  byte[] index(String sums, Set<Integer> drawn) {
    return index(sums, drawn, null);
  }

  /**
   * The same where somebody may have it checked.
   *
   * @param checking null where nobody may
   */
  byte[] index(String sums, Set<Integer> drawn, @Nullable CheckForm checking) {
    ArticleLine own = line();
    Frame frame = shared(frames.article(own), "index.html", own.telling(), drawn);
    return Pages.render("article", articles.view(timeline, own, sums, revisions, frame, checking));
  }

  /** How many pages of older revisions there are. */
  int groups() {
    return revisions.groups();
  }

  /** A page of older revisions, from 1. */
  byte[] older(int group) {
    return Pages.render("older", articles.older(line(), timeline, revisions, group));
  }

  /** A revision beside the version before it. */
  byte[] revision(Entry.Revised revised, Set<Integer> drawn) throws IOException {
    return revision(revised, drawn, null);
  }

  /**
   * The same where somebody may say something of it.
   *
   * @param desk null where nobody may
   */
  byte[] revision(Entry.Revised revised, Set<Integer> drawn, NoteForm.@Nullable Desk desk)
      throws IOException {
    int version = revised.version();
    String title = headline + ": " + RevisionViews.name(version - 1, version);
    TellingEdit edit = edits.of(revised).orElse(null);
    Frame frame =
        shared(
            frames.ofVersions(title, "r" + version + ".json"),
            Addresses.revision(version),
            edit,
            drawn);
    DiffView view = diffs.neighbours(revised, frame, desk);
    return Pages.render("diff", pictured(view, version - 1, version));
  }

  private Frame shared(Frame frame, String page, @Nullable TellingEdit edit, Set<Integer> drawn) {
    return edit == null
        ? frame
        : frames.sharing(frame, page, titled, edit, drawn.contains(edit.version()));
  }

  /** Any two versions beside each other. */
  byte[] compared(int from, int to, String title) throws IOException {
    DiffView view =
        diffs.any(
            from,
            to,
            differ.diff(state(from).state(), state(to).state()),
            frames.ofVersions(headline + ": " + title, from + ".." + to + ".json"));
    return Pages.render("diff", pictured(view, from, to));
  }

  /** A version beside a page that is none of the article's here. */
  DiffView beside(int number, ArticleVersion page, Beside said) {
    ArticleVersion version = state(number).state();
    Revision revision = said.first() ? differ.diff(page, version) : differ.diff(version, page);
    Frame frame = frames.ofVersions(headline + ": " + said.name(), "");
    return diffs.beside(number, page, said, revision, frame);
  }

  private SeenVersion state(int number) {
    return timeline.versions().get(number - 1);
  }

  /**
   * A version's text.
   *
   * @param ages has walked to that version
   * @param gone too
   */
  byte[] version(SeenVersion version, BlameWalk ages, GoneWords gone) throws IOException {
    boolean pictured = pictures.of(timeline.article(), version.first()).isPresent();
    String title = headline + ": version " + version.number();
    Frame frame = frames.ofVersions(title, "v" + version.number() + ".json");
    return Pages.render("version", versions.view(version, ages, gone, pictured, frame));
  }

  private DiffView pictured(DiffView view, int from, int to) throws IOException {
    return pictures.of(timeline.article(), state(from).first()).isPresent()
            && pictures.of(timeline.article(), state(to).first()).isPresent()
        ? view.with(new DiffView.Shots(Addresses.picture(from), Addresses.picture(to)))
        : view;
  }

  /** The picture of a version's page; empty where none was taken. */
  Optional<byte[]> picture(SeenVersion version) throws IOException {
    Optional<Payload> picture = pictures.of(timeline.article(), version.first());
    return picture.isEmpty() ? Optional.empty() : Optional.of(picture.get().bytes());
  }

  /** The article's edits, as the pages of their days list them. */
  List<Days.Edit> days() {
    DayViews days = new DayViews(times);
    String folder = "../" + Addresses.folder(timeline.article());
    return timeline.revisions().stream()
        .map(
            r ->
                new Days.Edit(
                    times.date(r.at()),
                    r.at(),
                    r.version(),
                    Chips.disclosure(r),
                    RevisionViews.isSlight(r),
                    Pages.text(
                            "part/dayedit",
                            days.edit(
                                r,
                                judgements.summary(r),
                                titled.headline(),
                                titled.article().outlet(),
                                folder))
                        .strip()))
        .toList();
  }

  /** Whether there is a page of its notices. */
  boolean hasNotices() {
    return Notices.areMany(timeline);
  }

  /** Every notice that it ever had. */
  byte[] notices() {
    ArticleVersion now = state(timeline.versions().size()).state();
    return Pages.render(
        "notices",
        new NoticesView(
            frames.inArticle(headline + ": notices"),
            new Mastheads(timeline, times, true).of(now, false),
            Notices.all(timeline)));
  }

  /** The picture of an edit. */
  byte[] card(TellingEdit edit) {
    return Pages.render("card", Cards.of(edit, titled));
  }
}
