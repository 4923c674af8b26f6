package stet.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.diff.Counts;
import stet.diff.Label;
import stet.diff.Revision;
import stet.diff.Summary;
import stet.report.page.Link;
import stet.report.page.Passage;
import stet.report.page.Phrase;
import stet.report.page.RevisionView;
import stet.report.page.Shown;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;

/** Revisions as shown. */
final class RevisionViews {
  private static final int LINES = 8;
  private static final int LINE = 400;

  private final Timeline timeline;
  private final Times times;

  RevisionViews(Timeline timeline, Times times) {
    this.timeline = timeline;
    this.times = times;
  }

  RevisionView view(Entry.Revised revised, Limits limits) {
    ArticleVersion before = state(revised.version() - 1);
    ArticleVersion after = state(revised.version());
    String id = "r" + revised.version();
    Passages passages =
        new Passages(before, after, limits, id, Addresses.version(revised.version()));
    List<Passage> shown = passages.of(revised.revision());
    List<Phrase> summary = summary(before, after, revised.revision(), revised.labels());
    return new RevisionView(
        id,
        name(revised.version() - 1, revised.version()),
        Addresses.revision(revised.version()),
        Chips.of(revised.labels()),
        times.window(revised.window()),
        stated(after, revised),
        summary,
        counts(revised.revision().counts()),
        shown,
        links(revised.version(), limits),
        passages.cut());
  }

  /** What changed in plain sentences. */
  static List<Phrase> summary(
      ArticleVersion before, ArticleVersion after, Revision revision, List<Label> labels) {
    return Summary.of(before, after, revision, labels).lines().stream()
        .limit(LINES)
        .map(l -> Phrases.own(Shown.cut(l.text(), LINE)))
        .toList();
  }

  static String name(int from, int to) {
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

  /** Whether the page's own update time falls into the window. */
  private String stated(ArticleVersion after, Entry.Revised revised) {
    Optional<StatedDate> updated = after.updated();
    if (updated.isEmpty()) {
      return "";
    }
    StatedDate date = updated.get();
    if (!date.end().isAfter(revised.window().notBefore())) {
      return "The page says that it was updated before this window: "
          + PublisherDates.day(date)
          + ".";
    }
    if (date.earliest().isAfter(revised.window().notAfter())) {
      return "The page says that it was updated after it was captured.";
    }
    return "";
  }

  static String counts(Counts counts) {
    List<String> parts = new ArrayList<>();
    parts.add("+" + Numbers.grouped(counts.inserted()));
    parts.add("−" + Numbers.grouped(counts.deleted()));
    if (counts.moved() > 0) {
      parts.add("moved " + Numbers.grouped(counts.moved()));
    }
    return "Words: " + String.join(", ", parts) + "; kept " + Numbers.grouped(counts.kept());
  }

  private ArticleVersion state(int number) {
    SeenVersion seen = timeline.versions().get(number - 1);
    return seen.state();
  }
}
