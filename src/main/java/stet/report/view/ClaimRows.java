package stet.report.view;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.diff.Counts;
import stet.diff.Label;
import stet.diff.word.Words;
import stet.report.page.ClaimRow;
import stet.report.page.Link;
import stet.report.page.Phrase;
import stet.report.words.Addresses;
import stet.report.words.Numbers;
import stet.report.words.Phrases;
import stet.report.words.PublisherClock;
import stet.report.words.PublisherDates;
import stet.report.words.Times;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.timeline.Window;

/** The claims table: what each version states of time, beside what was observed. */
public final class ClaimRows {
  private static final int PRINTED = 120;
  private static final int ROWS = 10;

  private final Times times;

  public ClaimRows(Times times) {
    this.times = times;
  }

  /** A stated date as a cell. */
  private record Cell(Phrase text, String state, String reading) {}

  public List<ClaimRow> of(Timeline timeline) {
    List<ClaimRow> rows = new ArrayList<>();
    List<Entry.Revised> revisions = timeline.revisions();
    SeenVersion before = null;
    for (SeenVersion version : timeline.versions()) {
      Entry.Revised revised = before == null ? null : revision(revisions, version.number());
      rows.add(row(version, before, revised));
      before = version;
    }
    return rows;
  }

  /**
   * The rows that say something: the first, the latest, and those between whose stated dates moved,
   * as far as there is room.
   */
  public static List<ClaimRow> telling(List<ClaimRow> rows) {
    if (rows.size() <= ROWS) {
      return rows;
    }
    List<ClaimRow> moved = new ArrayList<>(rows.subList(1, rows.size() - 1));
    moved.removeIf(r -> isQuiet(r.publishedState()) && isQuiet(r.updatedState()));
    if (moved.size() > ROWS - 2) {
      moved.removeIf(r -> !r.publishedState().equals("hot") && !r.updatedState().equals("hot"));
    }
    List<ClaimRow> telling = new ArrayList<>();
    telling.add(rows.get(0));
    telling.addAll(moved.subList(Math.max(0, moved.size() - (ROWS - 2)), moved.size()));
    telling.add(rows.get(rows.size() - 1));
    return telling;
  }

  /** Whether any version states a date of that kind: else its column would say nothing. */
  public static boolean statesPublished(List<ClaimRow> rows) {
    return rows.stream().anyMatch(r -> !r.publishedState().equals("none"));
  }

  /** As {@link #statesPublished}. */
  public static boolean statesUpdated(List<ClaimRow> rows) {
    return rows.stream().anyMatch(r -> !r.updatedState().equals("none"));
  }

  private static boolean isQuiet(String state) {
    return state.equals("same") || state.equals("none");
  }

  private static Entry.@Nullable Revised revision(List<Entry.Revised> revisions, int version) {
    return revisions.stream().filter(r -> r.version() == version).findFirst().orElse(null);
  }

  private ClaimRow row(
      SeenVersion version, @Nullable SeenVersion seen, Entry.@Nullable Revised revised) {
    ArticleVersion before = seen == null ? null : seen.state();
    Cell published = cell(StatedDate.Role.PUBLISHED, version.state(), before);
    Cell updated = updated(version.state(), before, revised);
    String window = seen == null ? "–" : times.span(seen.lastSeen(), version.first().at());
    return new ClaimRow(
        new Link(Addresses.version(version.number()), String.valueOf(version.number())),
        published.text(),
        published.state(),
        published.reading(),
        updated.text(),
        updated.state(),
        updated.reading(),
        times.stamp(version.first().at()),
        window,
        seen == null ? "" : reading(seen, version),
        seen == null ? length(version.state()) : words(revised));
  }

  /** The window by the publisher's clock; empty where that is not known or shows the same. */
  private String reading(SeenVersion before, SeenVersion version) {
    Window window = new Window(before.lastSeen(), version.first().at());
    ZoneOffset offset = PublisherClock.at(Stream.of(before.state(), version.state()), window);
    if (offset == null) {
      return "";
    }
    Times own = new Times(offset);
    String span = own.span(window.notBefore(), window.notAfter());
    return span.equals(times.span(window.notBefore(), window.notAfter()))
        ? ""
        : span + " " + Times.offset(offset) + ", the publisher’s time";
  }

  /** The update time, with what it could and did not show of an edit. */
  private static Cell updated(
      ArticleVersion version, @Nullable ArticleVersion before, Entry.@Nullable Revised revised) {
    Cell cell = cell(StatedDate.Role.UPDATED, version, before);
    boolean stood = cell.state().equals("same") || cell.state().equals("none");
    if (revised == null || !stood) {
      return cell;
    }
    if (has(revised, Label.Kind.SILENT)) {
      return say("did not move", "hot");
    }
    boolean coarse = has(revised, Label.Kind.CANNOT_TELL) && cell.state().equals("same");
    return coarse ? say("same, can’t show it", "stated") : cell;
  }

  private static boolean has(Entry.Revised revised, Label.Kind kind) {
    return revised.labels().stream().anyMatch(l -> l.kind() == kind);
  }

  private static Cell cell(
      StatedDate.Role role, ArticleVersion version, @Nullable ArticleVersion before) {
    Optional<StatedDate> now = version.date(role);
    Optional<StatedDate> then = before == null ? Optional.empty() : before.date(role);
    if (now.isEmpty()) {
      return then.isPresent() ? say("no longer stated", "hot") : say("none stated", "none");
    }
    StatedDate date = now.get();
    if (then.isPresent() && then.get().sameMoment(date)) {
      return say("same", "same");
    }
    boolean moved = then.isPresent() && role == StatedDate.Role.PUBLISHED;
    Phrase printed = Phrases.of(date.printed(), "", PRINTED);
    return new Cell(printed, moved ? "hot" : "stated", PublisherDates.reading(date));
  }

  private static Cell say(String words, String state) {
    return new Cell(Phrases.own(words), state, "");
  }

  private static String length(ArticleVersion version) {
    int words = Words.count(version.headline()) + Words.count(version.dek());
    words += version.body().stream().mapToInt(b -> Words.count(b.text())).sum();
    return Numbers.grouped(words);
  }

  private static String words(Entry.@Nullable Revised revised) {
    if (revised == null) {
      return "back and forth";
    }
    Counts counts = revised.revision().counts();
    if (counts.changed() == 0) {
      return "unchanged";
    }
    return "+" + Numbers.grouped(counts.inserted()) + " −" + Numbers.grouped(counts.deleted());
  }
}
