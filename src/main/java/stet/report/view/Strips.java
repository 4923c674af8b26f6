package stet.report.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;
import stet.diff.Label;
import stet.report.page.Chip;
import stet.report.page.Strip;
import stet.report.words.Addresses;
import stet.report.words.Chips;
import stet.report.words.Numbers;
import stet.report.words.Reasons;
import stet.report.words.Times;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/** Draws the time strip of an article. */
public final class Strips {
  private static final String WITHHELD = "withheld here";
  private static final String CUT_OFF = "cut off by a wall";
  private static final int WIDTH = 960;
  private static final int BASE = 64;
  private static final int HEIGHT = 96;

  /** So many marks stand on one row; where there are more, each label has a row of its own. */
  private static final int ONE_ROW = 30;

  private static final int ROWS_HEIGHT = 46;
  private static final int EDGE = 26;
  private static final int APART = 34;
  private static final int MINI_APART = 13;
  private static final int NARROW_WIDTH = 340;
  private static final int NARROW_HEIGHT = 40;
  private static final int NARROW_BASE = 22;

  /** Half the width of a mark on a small strip; marks that would touch are drawn as one. */
  private static final int SMALL = 5;

  private static final int NARROW = 7;
  private static final int MINI_WIDTH = 150;
  private static final int MINI_BASE = 16;

  private final Times times;

  public Strips(Times times) {
    this.times = times;
  }

  /** The strip of the article's own page; null where there is only one moment to draw. */
  public @Nullable Strip full(Timeline timeline) {
    TreeSet<Instant> keys = keys(timeline);
    if (keys.size() < 2) {
      return null;
    }
    List<Entry.Revised> revisions = timeline.revisions();
    TimeScale scale = new TimeScale(keys, moments(revisions), APART, EDGE, WIDTH - EDGE);
    return new Strip(
        WIDTH,
        HEIGHT,
        BASE,
        "Time strip, " + times.days(keys.first(), keys.last()),
        description(timeline, keys),
        windows(timeline, scale),
        gone(timeline, scale),
        scale.breaks(),
        marks(revisions, scale, most(revisions.size())),
        ticks(revisions, keys, scale),
        signs(timeline),
        note(scale, revisions));
  }

  /** The small strip in a table's row. */
  public Strip mini(Timeline timeline) {
    TreeSet<Instant> keys = keys(timeline);
    if (keys.size() < 2) {
      return strip(title(timeline, keys), List.of(), List.of());
    }
    TimeScale scale =
        new TimeScale(keys, moments(timeline.revisions()), MINI_APART, 9, MINI_WIDTH - 9);
    List<Strip.Mark> marks =
        clusters(timeline, scale, 2 * SMALL).stream()
            .map(c -> c.mark(MINI_BASE - 2, Shapes.radius(c.words(), 2, SMALL)))
            .toList();
    return strip(title(timeline, keys), gone(timeline, scale), marks);
  }

  private String title(Timeline timeline, TreeSet<Instant> keys) {
    return Numbers.of(timeline.revisions().size(), "revision", "revisions")
        + (keys.isEmpty() ? "" : ", " + times.days(keys.first(), keys.last()));
  }

  /**
   * The strip of the article's own page on a narrow screen: where marks would touch, one stands for
   * all of them, with their number under it.
   */
  public Strip narrow(Timeline timeline) {
    TreeSet<Instant> keys = keys(timeline);
    if (keys.size() < 2) {
      return Strip.NONE;
    }
    int edge = NARROW + 3;
    TimeScale scale =
        new TimeScale(keys, moments(timeline.revisions()), 2 * NARROW, edge, NARROW_WIDTH - edge);
    List<StripCluster> clusters = clusters(timeline, scale, 2 * NARROW + 5);
    return new Strip(
        NARROW_WIDTH,
        NARROW_HEIGHT,
        NARROW_BASE,
        title(timeline, keys),
        "",
        List.of(),
        gone(timeline, scale),
        List.of(),
        clusters.stream().map(c -> c.mark(NARROW_BASE - 2, NARROW)).toList(),
        clusters.stream()
            .filter(c -> c.count() > 1)
            .map(c -> new Strip.Tick(c.x(), String.valueOf(c.count()), "middle"))
            .toList(),
        List.of(),
        "");
  }

  private static List<StripCluster> clusters(Timeline timeline, TimeScale scale, int apart) {
    return StripCluster.of(
        timeline.revisions(), r -> middle(r, scale), ids(timeline.revisions()), apart);
  }

  /** Half the width of the largest mark, smaller where many have to stand side by side. */
  private static int most(int marks) {
    return Math.max(6, Math.min(17, WIDTH / (2 * Math.max(1, marks))));
  }

  private static Strip strip(String title, List<Strip.Span> gone, List<Strip.Mark> marks) {
    return new Strip(
        MINI_WIDTH,
        22,
        MINI_BASE,
        title,
        "",
        List.of(),
        gone,
        List.of(),
        marks,
        List.of(),
        List.of(),
        "");
  }

  private static TreeSet<Instant> keys(Timeline timeline) {
    TreeSet<Instant> keys = new TreeSet<>();
    for (Entry entry : timeline.entries()) {
      keys.add(entry.at());
      if (entry instanceof Entry.Revised revised) {
        keys.add(revised.window().notBefore());
      } else if (entry instanceof Entry.Unchanged unchanged) {
        keys.add(unchanged.until());
      } else if (entry instanceof Entry.Oscillated back) {
        keys.add(back.until());
      } else if (entry instanceof Entry.NotAnArticle gone) {
        keys.add(gone.until());
      }
    }
    return keys;
  }

  private static List<Instant> moments(List<Entry.Revised> revisions) {
    return revisions.stream().map(Entry.Revised::at).toList();
  }

  private List<Strip.Span> windows(Timeline timeline, TimeScale scale) {
    List<Strip.Span> spans = new ArrayList<>();
    for (Entry entry : timeline.entries()) {
      if (entry instanceof Entry.Oscillated back) {
        int from = scale.x(back.at());
        String title = "back and forth, " + times.span(back.at(), back.until());
        spans.add(new Strip.Span(from, Math.max(4, scale.x(back.until()) - from), title));
      }
    }
    for (Entry.Revised revised : timeline.revisions()) {
      int from = scale.x(revised.window().notBefore());
      int to = scale.x(revised.window().notAfter());
      // A hair's breadth between windows that touch, so that each can be told.
      int width = Math.max(4, to - from - 2);
      spans.add(new Strip.Span(to - 1 - width, width, times.window(revised.window()).plain()));
    }
    return spans;
  }

  private List<Strip.Span> gone(Timeline timeline, TimeScale scale) {
    List<Strip.Span> spans = new ArrayList<>();
    for (Entry entry : timeline.entries()) {
      if (entry instanceof Entry.NotAnArticle gone) {
        int from = scale.x(gone.at()) - 3;
        int width = Math.max(6, scale.x(gone.until()) + 3 - from);
        String when = times.span(gone.at(), gone.until());
        String title =
            gone.cutOff() || gone.withheld()
                ? (gone.cutOff() ? CUT_OFF : WITHHELD) + ", " + when
                : "no article found, " + when + ": " + Reasons.words(gone.reason());
        spans.add(new Strip.Span(from, width, title));
      }
    }
    return spans;
  }

  private List<Strip.Mark> marks(List<Entry.Revised> revisions, TimeScale scale, int most) {
    List<Strip.Mark> marks = new ArrayList<>();
    List<String> rows = revisions.size() > ONE_ROW ? ids(revisions) : List.of();
    for (Entry.Revised revised : revisions) {
      String id = Chips.disclosure(revised);
      int row = Math.max(0, rows.indexOf(id));
      int foot = BASE - 8 - row * Math.min(15, ROWS_HEIGHT / Math.max(1, rows.size() - 1));
      int r = Shapes.radius(revised.revision().counts().changed(), 4, most);
      String path = Shapes.path(id, middle(revised, scale), foot, r);
      marks.add(new Strip.Mark(path, id, Addresses.revision(revised.version()), title(revised)));
    }
    return marks;
  }

  private static int middle(Entry.Revised revised, TimeScale scale) {
    return (scale.x(revised.window().notBefore()) + scale.x(revised.window().notAfter())) / 2;
  }

  /** The labels that occur, in the order of their rules. */
  private static List<String> ids(List<Entry.Revised> revisions) {
    Set<String> ids = revisions.stream().map(Chips::disclosure).collect(Collectors.toSet());
    return Chips.family(Label.Family.DISCLOSURE).stream()
        .map(Chip::id)
        .filter(ids::contains)
        .toList();
  }

  /** What the signs on this strip mean, and no others. */
  private static List<Strip.Key> signs(Timeline timeline) {
    List<Strip.Key> keys = new ArrayList<>();
    ids(timeline.revisions())
        .forEach(id -> keys.add(new Strip.Key(id, Chips.name(EnumId.read(Label.Kind.class, id)))));
    if (timeline.entries().stream()
        .anyMatch(
            e -> e instanceof Entry.NotAnArticle none && !none.cutOff() && !none.withheld())) {
      keys.add(new Strip.Key("none-found", "no article found"));
    }
    if (timeline.entries().stream()
        .anyMatch(e -> e instanceof Entry.NotAnArticle none && none.cutOff())) {
      keys.add(new Strip.Key("none-found", CUT_OFF));
    }
    if (timeline.entries().stream()
        .anyMatch(e -> e instanceof Entry.NotAnArticle none && none.withheld())) {
      keys.add(new Strip.Key("none-found", WITHHELD));
    }
    if (timeline.entries().stream().anyMatch(Entry.Oscillated.class::isInstance)) {
      keys.add(new Strip.Key("to-and-fro", "back and forth"));
    }
    return keys;
  }

  private String title(Entry.Revised revised) {
    return "Version "
        + (revised.version() - 1)
        + " to "
        + revised.version()
        + ", "
        + Chips.said(revised)
        + ", "
        + Numbers.of(revised.revision().counts().changed(), "word", "words")
        + ", "
        + times.window(revised.window()).plain();
  }

  private String description(Timeline timeline, TreeSet<Instant> keys) {
    long gone = timeline.entries().stream().filter(Entry.NotAnArticle.class::isInstance).count();
    return "First seen "
        + times.stamp(keys.first())
        + ", last checked "
        + times.stamp(keys.last())
        + ". "
        + Numbers.of(timeline.revisions().size(), "revision", "revisions")
        + (gone == 0
            ? "."
            : ", " + Numbers.of(gone, "time", "times") + " without the whole article.");
  }

  /** Ticks for the first and the last instant, then for the largest revisions that still fit. */
  private List<Strip.Tick> ticks(
      List<Entry.Revised> revisions, TreeSet<Instant> keys, TimeScale scale) {
    List<Strip.Tick> ticks = new ArrayList<>();
    List<int[]> taken = new ArrayList<>();
    tick(ticks, taken, keys.first(), scale);
    tick(ticks, taken, keys.last(), scale);
    revisions.stream()
        .sorted(Comparator.comparingInt(r -> -r.revision().counts().changed()))
        .forEach(r -> tick(ticks, taken, r.at(), scale));
    ticks.sort(Comparator.comparingInt(Strip.Tick::x));
    return ticks;
  }

  private void tick(List<Strip.Tick> ticks, List<int[]> taken, Instant at, TimeScale scale) {
    String text = label(at, scale.width());
    int x = scale.x(at);
    int half = text.length() * 4 + 4;
    String anchor = x - half < 0 ? "start" : x + half > WIDTH ? "end" : "middle";
    int from = anchor.equals("start") ? x : anchor.equals("end") ? x - 2 * half : x - half;
    if (taken.stream().allMatch(t -> from + 2 * half < t[0] || from > t[1])) {
      taken.add(new int[] {from, from + 2 * half});
      ticks.add(new Strip.Tick(x, text, anchor));
    }
  }

  private String label(Instant at, Duration width) {
    if (width.compareTo(Duration.ofDays(3)) < 0) {
      return times.dayMonth(at) + " " + times.time(at);
    }
    return times.briefDay(at);
  }

  private static String note(TimeScale scale, List<Entry.Revised> revisions) {
    String pace =
        scale.isEven()
            ? "Time runs evenly from left to right."
            : "Time does not run evenly: the longer a stretch, the more it is shortened"
                + (scale.breaks().isEmpty() ? "." : ", most of all where the axis is cut (//).");
    if (revisions.isEmpty()) {
      return pace;
    }
    boolean parted = revisions.size() > ONE_ROW && ids(revisions).size() > 1;
    String rows = parted ? "Each label has a row of its own. " : "";
    return rows + "Size: words changed. Bar under a mark: the window in which it happened. " + pace;
  }
}
