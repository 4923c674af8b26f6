package stet.report.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.diff.Counts;
import stet.diff.Label;
import stet.diff.tell.Summary;
import stet.notes.Annotation;
import stet.report.page.Link;
import stet.report.page.Passage;
import stet.report.page.RevisionView;
import stet.report.page.Run;
import stet.report.page.When;
import stet.report.words.Addresses;
import stet.report.words.Chips;
import stet.report.words.Judgements;
import stet.report.words.Limits;
import stet.report.words.Numbers;
import stet.report.words.PublisherClock;
import stet.report.words.PublisherDates;
import stet.report.words.Times;
import stet.text.Truncation;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.timeline.Window;

/** Revisions as shown. */
public final class RevisionViews {
  private static final int LINES = 12;
  private static final int LINE = 400;

  private static final Pattern QUOTED =
      Pattern.compile("(?<=‘)([^‘\n]{1,400}?)(?=’(?:[ ,.;:)]|$))");

  private final Timeline timeline;
  private final Times times;
  private final Judgements judgements;
  private final Map<Integer, List<Annotation>> notes;
  private final Map<Integer, List<String>> summaries = new HashMap<>();

  /**
   * @param notes what people said of revisions, by the version that each led to
   */
  public RevisionViews(
      Timeline timeline, Times times, Judgements judgements, Map<Integer, List<Annotation>> notes) {
    this.timeline = timeline;
    this.notes = notes;
    this.judgements = judgements;
    this.times = times;
  }

  public RevisionView view(Entry.Revised revised, Limits limits) {
    ArticleVersion before = state(revised.version() - 1);
    ArticleVersion after = state(revised.version());
    String id = "r" + revised.version();
    Passages passages =
        new Passages(before, after, limits, id, Addresses.version(revised.version()));
    List<Passage> shown = passages.of(revised.revision());
    return new RevisionView(
        id,
        name(revised.version() - 1, revised.version()),
        Addresses.revision(revised.version()),
        Chips.of(revised.labels()),
        when(revised),
        stated(after, revised),
        lines(summary(revised)),
        counts(revised.revision().counts()),
        shown,
        isSlight(revised),
        links(revised.version(), limits),
        NoteViews.of(notes.getOrDefault(revised.version(), List.of()), times),
        passages.cut());
  }

  /** Whether a reader of the story would have read the same. */
  private static boolean isSlight(Entry.Revised revised) {
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
        revised.version(), version -> sentences(judgements.summary(revised)));
  }

  /** The same for any two versions. */
  static List<String> sentences(List<Summary.Line> lines) {
    return lines.stream().limit(LINES).map(l -> Truncation.shortened(l.text(), LINE)).toList();
  }

  /** Sentences whose quoted words keep their own direction. */
  static List<List<Run>> lines(List<String> sentences) {
    List<List<Run>> lines = new ArrayList<>();
    for (String sentence : sentences) {
      List<Run> runs = new ArrayList<>();
      Matcher quoted = QUOTED.matcher(sentence);
      int end = 0;
      while (quoted.find()) {
        runs.add(Run.plain(sentence.substring(end, quoted.start(1))));
        runs.add(Run.of(Run.Kind.QUOTED, quoted.group(1)));
        end = quoted.end(1);
      }
      runs.add(Run.plain(sentence.substring(end)));
      lines.add(runs);
    }
    return lines;
  }

  public static String name(int from, int to) {
    return "Version " + from + " to " + to;
  }

  private static List<Link> links(int version, Limits limits) {
    List<Link> links = new ArrayList<>();
    if (limits.folded()) {
      links.add(new Link(Addresses.revision(version), "Whole text, side by side"));
    }
    links.add(new Link(Addresses.version(version), "Version " + version + " and its capture"));
    return links;
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
