package stet.report.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.diff.Label;
import stet.diff.Revision;
import stet.diff.judge.JudgedRevision;
import stet.diff.standard.Differs;
import stet.diff.tell.Summary;
import stet.report.page.DiffView;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.NoteForm;
import stet.report.page.RevisionView;
import stet.report.page.When;
import stet.report.page.When.Moment;
import stet.report.words.Addresses;
import stet.report.words.Times;
import stet.timeline.Entry;
import stet.timeline.Steps;
import stet.timeline.Timeline;
import stet.timeline.Window;

/** Pages that compare two versions, in one column and in two. */
public final class DiffViews {
  private final Timeline timeline;
  private final Steps steps;
  private final RevisionViews views;
  private final @Nullable TellingEdits edits;
  private final Times times;
  private final boolean linked;
  private final Mastheads heads;
  private final TextPages texts;

  /**
   * @param edits of which there are pictures; null where there are none
   */
  public DiffViews(
      Timeline timeline,
      Steps steps,
      RevisionViews views,
      @Nullable TellingEdits edits,
      Times times) {
    this(timeline, steps, views, edits, times, true);
  }

  private DiffViews(
      Timeline timeline,
      Steps steps,
      RevisionViews views,
      @Nullable TellingEdits edits,
      Times times,
      boolean linked) {
    this.timeline = timeline;
    this.steps = steps;
    this.views = views;
    this.edits = edits;
    this.times = times;
    this.linked = linked;
    this.heads = new Mastheads(timeline, times, linked);
    this.texts = new TextPages(timeline);
  }

  /** The same for a page that has no others beside it. */
  DiffViews alone() {
    return new DiffViews(timeline, steps, views, edits, times, false);
  }

  /** A version with the one before it. */
  DiffView neighbours(Entry.Revised revised, Frame frame) {
    return neighbours(revised, frame, null);
  }

  /**
   * The same where somebody may say something of it.
   *
   * @param desk null where nobody may
   */
  public DiffView neighbours(Entry.Revised revised, Frame frame, NoteForm.@Nullable Desk desk) {
    int version = revised.version();
    NoteForm form = desk == null ? null : NoteViews.form(desk, version, revised.revision());
    Comparison words = words(version - 1, version, revised.revision());
    return view(version - 1, version, words, views.told(revised, words), frame, form);
  }

  /** Any two versions. */
  public DiffView any(int from, int to, Revision revision, Frame frame) {
    Window window =
        to == from + 1 ? steps.window(to) : window(Math.min(from, to), Math.max(from, to));
    String name = RevisionViews.name(from, to);
    Comparison words = words(from, to, revision);
    RevisionView view =
        unlabelled(name, times.window(window), state(from), state(to), revision, words);
    return view(from, to, words, view, frame, null);
  }

  /**
   * A version beside a page that is none of the timeline's. Nothing is said of it but how the words
   * differ.
   *
   * @param revision from the page to the version, or the other way round where the page is later
   */
  public DiffView beside(
      int number, ArticleVersion page, Beside said, Revision revision, Frame frame) {
    ArticleVersion version = state(number);
    ArticleVersion before = said.first() ? page : version;
    ArticleVersion after = said.first() ? version : page;
    When when = new When(said.when(), Moment.NONE, "", Moment.NONE, "", "");
    Comparison words = new Comparison(before, after, revision, "");
    RevisionView view = unlabelled(said.name(), when, before, after, revision, words);
    return new DiffView(
        frame,
        view.name(),
        heads.of(version, false),
        List.of(new Link(Addresses.version(number), "Text of version " + number)),
        view,
        words.stretches(),
        words.isWhole(),
        said.first() ? said.column() : column(number),
        said.first() ? column(number) : said.column(),
        null,
        null);
  }

  private Comparison words(int from, int to, Revision revision) {
    String wholeText = linked ? Addresses.version(texts.of(to)) : "";
    return new Comparison(state(from), state(to), revision, wholeText);
  }

  private static RevisionView unlabelled(
      String name,
      When when,
      ArticleVersion before,
      ArticleVersion after,
      Revision revision,
      Comparison words) {
    JudgedRevision judged = JudgedRevision.of(before, after, revision);
    List<Summary.Line> lines = Summary.of(judged, substance(judged)).lines();
    return new RevisionView(
        "r",
        name,
        "",
        List.of(),
        when,
        "",
        SummaryLines.marked(lines, words),
        RevisionViews.counts(revision.counts()),
        List.of(),
        false,
        List.of(),
        List.of(),
        words.cut());
  }

  /** What kinds of edits lie between; whether they were said is a question of single revisions. */
  private static List<Label> substance(JudgedRevision judged) {
    return Differs.labeller().label(judged, List.of()).stream()
        .filter(l -> l.kind().family() != Label.Family.DISCLOSURE)
        .toList();
  }

  private Window window(int earlier, int later) {
    return new Window(
        timeline.versions().get(earlier - 1).first().at(),
        timeline.versions().get(later - 1).first().at());
  }

  private DiffView view(
      int from,
      int to,
      Comparison words,
      RevisionView view,
      Frame frame,
      @Nullable NoteForm noting) {
    return new DiffView(
        frame,
        view.name(),
        heads.of(state(to), false),
        linked ? links(from, to) : List.of(),
        view,
        words.stretches(),
        words.isWhole(),
        column(from),
        column(to),
        null,
        noting);
  }

  private List<Link> links(int from, int to) {
    List<Link> links = new ArrayList<>();
    boolean neighbours = to == from + 1;
    if (neighbours && steps.told(from).isPresent()) {
      links.add(new Link(Addresses.revision(from), "Earlier: " + (from - 1) + " to " + from));
    }
    if (neighbours && steps.told(to + 1).isPresent()) {
      links.add(new Link(Addresses.revision(to + 1), "Later: " + to + " to " + (to + 1)));
    }
    links.add(new Link(Addresses.version(from), "Text of version " + from));
    links.add(new Link(Addresses.version(to), "Text of version " + to));
    if (neighbours && edits != null && edits.of(to).isPresent()) {
      links.add(new Link(Addresses.card(to), "Picture to share"));
    }
    return links;
  }

  private String column(int number) {
    return "Version "
        + number
        + ", first seen "
        + times.stamp(timeline.versions().get(number - 1).first().at())
        + " "
        + times.zoneName();
  }

  private ArticleVersion state(int number) {
    return timeline.versions().get(number - 1).state();
  }
}
