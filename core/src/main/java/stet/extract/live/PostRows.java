package stet.extract.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.extract.page.HtmlPage;
import stet.extract.page.Passage;
import stet.text.CleanText;

/**
 * Finds the posts of a live blog by their structure: elements marked as updates, or siblings of one
 * make that each state a time, in an element of their own or as the first words of a heading or a
 * paragraph.
 */
final class PostRows {
  /**
   * The elements that begin or hold one post each, in page order.
   *
   * @param flat whether each only begins a post, whose text follows beside it
   */
  record Row(List<Element> holders, boolean flat) {
    static final Row NONE = new Row(List.of(), false);
  }

  private static final Evaluator UPDATES =
      QueryParser.parse("[itemprop=liveBlogUpdate],[itemprop=liveBlogUpdates]");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Evaluator DATED = QueryParser.parse("time[datetime]");

  /** Fewer posts of one make could be anything. */
  static final int FEWEST = 2;

  /** Where no word says that the page is live, so many must stand in order of their times. */
  private static final int FEWEST_UNNAMED = 3;

  /** The longest live blogs seen have some hundred posts. */
  private static final int MOST = 3000;

  /** How far above a post's time the element of the post may stand. */
  private static final int HIGHEST = 6;

  private static final Set<String> TEXTS =
      Set.of("p", "h2", "h3", "h4", "h5", "h6", "strong", "b", "time", "span", "dt");

  private final HtmlPage page;
  private final List<Passage> story;
  private final boolean live;
  private final Set<Element> tellers = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param live whether the page calls itself a live blog
   */
  PostRows(HtmlPage page, List<Passage> story, boolean live) {
    this.page = page;
    this.story = story;
    this.live = live;
    for (Passage passage : story) {
      Element up = passage.prose() ? passage.element() : null;
      while (up != null && tellers.add(up)) {
        up = up.parent();
      }
    }
  }

  Row find() {
    List<Element> dated = page.elements().dated();
    List<Element> marked = dated.stream().filter(e -> e.is(UPDATES)).toList();
    if (marked.size() >= FEWEST) {
      return new Row(marked, false);
    }
    // Page order decides between rows of one length.
    Map<Element, Map<String, List<Element>>> rows = new LinkedHashMap<>();
    for (Element time : times(dated)) {
      Element up = time;
      for (int i = 0; i < HIGHEST && up.parent() != null; i++, up = up.parent()) {
        rows.computeIfAbsent(up.parent(), k -> new LinkedHashMap<>())
            .computeIfAbsent(make(up), k -> new ArrayList<>())
            .add(up);
      }
    }
    return best(rows);
  }

  private List<Element> times(List<Element> dated) {
    Set<Element> times = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Element> found = new ArrayList<>();
    for (Element element : dated) {
      if (element.normalName().equals("time") && found.size() < MOST && times.add(element)) {
        found.add(element);
      }
    }
    for (Passage passage : page.passages()) {
      boolean clock = PostTimes.opens(passage);
      if (clock && found.size() < MOST && times.add(passage.element())) {
        found.add(passage.element());
      }
    }
    return found;
  }

  /** Elements of one make may differ in numbers and in further class names. */
  private static String make(Element element) {
    String name = SPACE.split(element.className().strip(), 2)[0];
    return element.normalName() + '.' + DIGITS.matcher(name).replaceAll("");
  }

  private Row best(Map<Element, Map<String, List<Element>>> rows) {
    Row best = Row.NONE;
    for (Map<String, List<Element>> row : rows.values()) {
      for (List<Element> group : row.values()) {
        List<Element> holders = group.stream().distinct().toList();
        Element first = holders.get(0);
        boolean flat = TEXTS.contains(first.normalName());
        if (!flat) {
          holders = holders.stream().filter(tellers::contains).toList();
        }
        if (holders.size() > best.holders.size()
            && holders.size() >= FEWEST
            && told(holders, flat)) {
          best = new Row(holders, flat);
        }
      }
    }
    return best;
  }

  /** Whether these are posts: the page or the markup says so, or their times do. */
  private boolean told(List<Element> holders, boolean flat) {
    if (flat && !openAll(holders)) {
      return false;
    }
    boolean named = live || LiveWords.named(holders.get(0));
    return named || holders.size() >= FEWEST_UNNAMED && inOrder(holders) && mostOf(holders, flat);
  }

  /** Whether each of these texts begins with a time. */
  private static boolean openAll(List<Element> starts) {
    return starts.stream().allMatch(e -> PostTimes.opens(CleanText.of(e.text())));
  }

  /** Whether the clock times run one way, which those of an event told from its end do, too. */
  private boolean inOrder(List<Element> holders) {
    int up = 0;
    int down = 0;
    String last = "";
    for (Element holder : holders) {
      Element time = holder.selectFirst(DATED);
      String at = time == null ? "" : time.attr("datetime");
      if (at.length() < 16) {
        return false;
      }
      up += !last.isEmpty() && at.compareTo(last) > 0 ? 1 : 0;
      down += !last.isEmpty() && at.compareTo(last) < 0 ? 1 : 0;
      last = at;
    }
    return up == 0 ^ down == 0;
  }

  private boolean mostOf(List<Element> holders, boolean flat) {
    Set<Element> held = Collections.newSetFromMap(new IdentityHashMap<>());
    held.addAll(holders);
    int all = 0;
    int inside = 0;
    for (Passage passage : story) {
      int weight = passage.prose() ? passage.weight() : 0;
      all += weight;
      inside += above(passage.element(), held) == null ? 0 : weight;
    }
    return !flat && inside * 10 >= all * 8;
  }

  static @Nullable Element above(Element element, Set<Element> holders) {
    for (Element up = element; up != null; up = up.parent()) {
      if (holders.contains(up)) {
        return up;
      }
    }
    return null;
  }
}
