package stet.report.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.diff.Counts;
import stet.diff.Label;
import stet.notes.Annotation;
import stet.report.page.Link;
import stet.report.page.Passage;
import stet.report.page.RevisionView;
import stet.report.page.SummaryLine;
import stet.report.page.When;
import stet.report.words.Addresses;
import stet.report.words.Chips;
import stet.report.words.Judgements;
import stet.report.words.Limits;
import stet.report.words.Numbers;
import stet.report.words.PublisherClock;
import stet.report.words.PublisherDates;
import stet.report.words.Times;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.timeline.Window;

/** Revisions as shown. */
public final class RevisionViews {
  private final Timeline timeline;
  private final Times times;
  private final Judgements judgements;
  private final Map<Integer, List<Annotation>> notes;
  private final Map<Integer, List<String>> summaries = new HashMap<>();
  private final TextPages texts;

  /**
   * @param notes what people said of revisions, by the version that each led to
   */
  public RevisionViews(
      Timeline timeline, Times times, Judgements judgements, Map<Integer, List<Annotation>> notes) {
    this.timeline = timeline;
    this.notes = notes;
    this.judgements = judgements;
    this.times = times;
    this.texts = new TextPages(timeline);
  }

  /** A revision among others. */
  public RevisionView view(Entry.Revised revised, Limits limits) {
    int version = revised.version();
    String page = Addresses.version(version);
    String text = Addresses.version(texts.of(version));
    Passages passages = new Passages(state(version - 1), state(version), limits, id(version), text);
    List<Passage> shown = MoveEnds.sound(passages.of(revised.revision()));
    List<Link> links = new ArrayList<>();
    links.add(new Link(Addresses.revision(version), "Whole text, side by side"));
    links.add(new Link(page, "Version " + version + " and its capture"));
    return view(revised, SummaryLines.plain(summary(revised)), shown, links, passages.cut());
  }

  /** A revision among many: what changed in sentences, and none of its words. */
  public RevisionView brief(Entry.Revised revised) {
    return view(revised, SummaryLines.plain(summary(revised)), List.of(), List.of(), "");
  }

  /** What is told of a revision above its words. */
  RevisionView told(Entry.Revised revised, Comparison words) {
    List<SummaryLine> lines = SummaryLines.marked(judgements.summary(revised), words);
    return view(revised, lines, List.of(), List.of(), words.cut());
  }

  private RevisionView view(
      Entry.Revised revised,
      List<SummaryLine> summary,
      List<Passage> shown,
      List<Link> links,
      String cut) {
    int version = revised.version();
    return new RevisionView(
        id(version),
        name(version - 1, version),
        Addresses.revision(version),
        Chips.of(revised.labels()),
        when(revised),
        stated(state(version), revised),
        summary,
        counts(revised.revision().counts()),
        shown,
        isSlight(revised),
        links,
        NoteViews.of(notes.getOrDefault(version, List.of()), times),
        cut);
  }

  /** The anchor of the revision that led to a version. */
  static String id(int version) {
    return "r" + version;
  }

  /** Whether a reader of the story would have read the same. */
  public static boolean isSlight(Entry.Revised revised) {
    String said = Chips.disclosure(revised);
    return revised.revision().counts().changed() == 0
        && (said.equals(Label.Kind.COSMETIC.id()) || said.equals(Label.Kind.RESTAMPED.id()));
  }

  private When when(Entry.Revised revised) {
    Window window = revised.window();
    return times.window(window, PublisherClock.at(timeline, revised.version(), window));
  }

  /** What a revision changed, in plain sentences. Worked out once, shown in several places. */
  public List<String> summary(Entry.Revised revised) {
    return summaries.computeIfAbsent(
        revised.version(), version -> SummaryLines.sentences(judgements.summary(revised)));
  }

  public static String name(int from, int to) {
    return "Version " + from + " to " + to;
  }

  /** What the page's own update time says of the window, where the two disagree. */
  private String stated(ArticleVersion after, Entry.Revised revised) {
    Optional<StatedDate> updated = after.updated();
    if (updated.isEmpty()) {
      return "";
    }
    StatedDate date = updated.get();
    if (!date.end().isAfter(revised.window().notBefore())) {
      return "The page itself says that it was last updated "
          + PublisherDates.moment(date)
          + ", before this window.";
    }
    if (date.earliest().isAfter(revised.window().notAfter())) {
      return "The page itself says that it was last updated "
          + PublisherDates.moment(date)
          + ", later than it was captured.";
    }
    return "";
  }

  /** {@code 7 words added, none removed, 18 moved; 3 kept}. */
  static String counts(Counts counts) {
    String kept = "; " + Numbers.grouped(counts.kept()) + " kept";
    if (counts.changed() == 0) {
      return "No words added, removed or moved" + kept;
    }
    String moved = counts.moved() == 0 ? "" : ", " + Numbers.grouped(counts.moved()) + " moved";
    return (counts.inserted() == 0 ? "No words" : Numbers.of(counts.inserted(), "word", "words"))
        + " added, "
        + (counts.deleted() == 0 ? "none" : Numbers.grouped(counts.deleted()))
        + " removed"
        + moved
        + kept;
  }

  private ArticleVersion state(int number) {
    SeenVersion seen = timeline.versions().get(number - 1);
    return seen.state();
  }
}
