package stet.extract.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.extract.body.Furniture;
import stet.extract.body.Lines;
import stet.extract.page.HtmlPage;
import stet.extract.page.Passage;
import stet.text.CleanText;

/** Parts a live blog's story by a row of elements that hold or begin one post each. */
final class PostParting {
  /**
   * One post.
   *
   * @param holder the element that holds it, null where posts stand flat beside one another
   * @param line its first line that states a time; empty where none does
   * @param day that the heading above it names, null where none does
   * @param first index of its first passage in the story told
   */
  record Part(
      @Nullable Element holder, String line, @Nullable LocalDate day, int first, int count) {}

  private static final Evaluator TIMES = QueryParser.parse("time");

  /** A summary of more lines than this is none. */
  private static final int MOST_ABOVE = 40;

  private final HtmlPage page;
  private final PostRows.Row row;
  private final @Nullable Element container;
  private final Set<Element> held = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Integer> starts = new ArrayList<>();
  private final Map<Object, String> lines = new HashMap<>();
  private final Map<Object, LocalDate> days = new HashMap<>();
  private final Map<Object, int[]> spans = new LinkedHashMap<>();
  private final List<Passage> told = new ArrayList<>();

  /**
   * @param headline its place on the page, -1 where it is not shown
   */
  PostParting(HtmlPage page, List<Passage> story, PostRows.Row row, int headline) {
    this.page = page;
    this.row = row;
    this.container = row.holders().get(0).parent();
    held.addAll(row.holders());
    if (row.flat()) {
      begin();
    }
    Set<Element> bare = lines();
    Set<Passage> whole = new HashSet<>(story);
    whole.addAll(summary(headline));
    for (Passage passage : page.passages()) {
      if (whole.contains(passage)) {
        tell(passage);
      }
    }
    held.addAll(bare);
  }

  /** Where on the page the posts of a flat row begin. */
  private void begin() {
    for (Passage passage : page.passages()) {
      Element element = passage.element();
      boolean inside = element.children().stream().anyMatch(held::contains);
      if (inside || PostRows.above(element, held) != null) {
        starts.add(passage.order());
      }
    }
  }

  /**
   * The post that a passage belongs to: its holder, or the place where it begins; null for none.
   */
  private @Nullable Object post(Passage passage) {
    if (!row.flat()) {
      return PostRows.above(passage.element(), held);
    }
    int at = Collections.binarySearch(starts, passage.order());
    int index = at >= 0 ? at : -at - 2;
    return index < 0 || !between(passage) ? null : starts.get(index);
  }

  /** Whether a passage stands where the posts do. */
  private boolean between(Passage passage) {
    for (Element up = passage.element(); up != null; up = up.parent()) {
      if (up == container) {
        return true;
      }
    }
    return false;
  }

  /** Reads the times and days that lines state; the elements of headings that name a day. */
  private Set<Element> lines() {
    Set<Element> bare = new HashSet<>();
    LocalDate day = null;
    for (Passage passage : page.passages()) {
      Object post = post(passage);
      LocalDate named = PostTimes.day(passage.text(), page.dates());
      boolean heading = passage.kind() == Passage.Kind.HEADING && !held.contains(passage.element());
      if (named != null && (post == null || heading)) {
        day = named;
        if (between(passage)) {
          bare.add(passage.element());
        }
      }
      if (post == null) {
        continue;
      }
      if (PostTimes.opens(passage) || PostTimes.line(passage.text(), page.dates())) {
        lines.putIfAbsent(post, passage.text());
      }
      if (day != null) {
        days.putIfAbsent(post, day);
      }
    }
    return bare;
  }

  /**
   * The text between the headline and the posts. How long the posts are decides whether it lies in
   * the story's place; it must not come and go with them.
   */
  private List<Passage> summary(int headline) {
    List<Passage> above = new ArrayList<>();
    for (Passage passage : page.passages()) {
      if (post(passage) != null || passage.order() > headline + MOST_ABOVE) {
        break;
      }
      boolean text =
          passage.order() > headline
              && passage.prose()
              && beside(passage.element())
              && !Lines.furniture(passage)
              && !furniture(passage.element());
      if (text) {
        above.add(passage);
      }
    }
    return headline < 0 ? List.of() : above;
  }

  /** Whether it stands where the posts' own place does, and in no box further out. */
  private boolean beside(Element element) {
    Element place = container == null ? null : container.parent();
    Element outer = element.parent();
    return place != null
        && (outer == container || outer == place || outer != null && outer.parent() == place);
  }

  private static boolean furniture(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      if (Furniture.of(up).verdict() == Furniture.Verdict.CERTAIN) {
        return true;
      }
    }
    return false;
  }

  private void tell(Passage passage) {
    Object post = post(passage);
    boolean line = isTime(passage) || PostTimes.line(passage.text(), page.dates());
    if (line && (post != null || between(passage))) {
      return;
    }
    if (post != null) {
      int[] span = spans.computeIfAbsent(post, k -> new int[] {told.size(), 0});
      span[1] = told.size() - span[0] + 1;
      if (row.flat()) {
        held.add(passage.element());
      }
    }
    told.add(passage);
  }

  private static boolean isTime(Passage passage) {
    Element time = passage.element().closest(TIMES);
    time = time == null ? passage.element().selectFirst(TIMES) : time;
    return time != null && CleanText.of(time.text()).equals(passage.text());
  }

  /** The story without the lines that only print a time or a day. */
  List<Passage> told() {
    return told;
  }

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    spans.forEach(
        (post, span) -> {
          Element holder = post instanceof Element element ? element : null;
          String line = lines.getOrDefault(post, "");
          parts.add(new Part(holder, line, days.get(post), span[0], span[1]));
        });
    return parts;
  }

  /** The elements that are posts, hold some of one, or name their day. */
  Set<Element> held() {
    return held;
  }
}
