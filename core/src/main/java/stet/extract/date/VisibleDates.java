package stet.extract.date;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate.Role;
import stet.extract.date.DateRules.Rule;
import stet.extract.page.DateContext;
import stet.extract.page.HtmlPage;
import stet.extract.page.Passage;
import stet.extract.page.Passages;
import stet.extract.words.Texts;
import stet.text.CleanText;
import stet.text.Digits;

/** Dates that a reader sees: in lines round the headline, in labelled lines anywhere. */
final class VisibleDates {
  private static final int LABEL_WINDOW = 60;
  private static final int MAX_LINE = 300;

  /** No page has so many lines with numbers round its story. */
  private static final int MOST_LINES = 3000;

  /** A line that is a date and little else. */
  private static final int SHORT_LINE = 90;

  private static final Duration ONE_DAY = Duration.ofHours(36);
  private static final int DATELINE_WINDOW = 70;
  private static final Set<String> DATE_NAMES =
      Set.of("date", "time", "datetime", "timestamp", "datum", "fecha", "data", "created", "info");

  /** How many passages round the headline count as its neighbourhood. */
  private static final int BEFORE_HEADLINE = 8;

  private static final int AFTER_HEADLINE = 14;

  /** How many passages below the story may still tell of it. */
  private static final int FOOT = 6;

  private final HtmlPage page;
  private final DateContext context;
  private final @Nullable Passage heading;
  private final int headline;
  private final Set<Passage> body;
  private final Set<Passage> apart;
  private final int lastBody;
  private final Map<Element, Integer> orders = new IdentityHashMap<>();
  private final DateBoxes boxes;
  private final List<DateCandidate> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /**
   * @param apart passages whose dates are not the page's own, such as notices
   */
  VisibleDates(HtmlPage page, @Nullable Passage headline, Set<Passage> body, Set<Passage> apart) {
    this.apart = apart;
    this.heading = headline;
    this.page = page;
    this.context = page.dates();
    this.boxes = new DateBoxes(headline == null ? null : headline.element(), page.body());
    this.body = body;
    int start = body.stream().mapToInt(Passage::order).min().orElse(-1);
    // Without a visible headline its place is taken to be right before the story.
    this.headline = headline == null ? start - 1 : headline.order();
    this.lastBody = body.stream().mapToInt(Passage::order).max().orElse(0);
    for (Passage passage : page.passages()) {
      orders.putIfAbsent(passage.element(), passage.order());
    }
  }

  List<DateCandidate> find() {
    int lines = 0;
    for (Passage passage : page.passages()) {
      boolean line = !body.contains(passage) && passage.text().length() <= MAX_LINE;
      boolean numbered = line && Digits.in(passage.text());
      boolean below = passage.order() <= headline + AFTER_HEADLINE && passage.order() > headline;
      boolean dayless = line && atAnEnd(passage.order());
      // Most passages are none of these, and what boxes they lie in is dear to tell.
      if (!(numbered || below || dayless) || elsewhere(passage)) {
        continue;
      }
      if (dayless) {
        dayless(passage);
      }
      if (numbered && lines++ < MOST_LINES) {
        line(passage);
      } else if (below) {
        dateline(passage);
      }
    }
    return found;
  }

  /** Whether what the passage states is about something else than the page. */
  private boolean elsewhere(Passage passage) {
    return apart.contains(passage) || boxes.foreign(passage.element());
  }

  /** The passage before, of those that are about the page; null where there is none. */
  private @Nullable Passage before(Passage passage) {
    for (int i = passage.order() - 1; i >= 0; i--) {
      Passage before = page.passages().get(i);
      if (!elsewhere(before)) {
        return before;
      }
    }
    return null;
  }

  /** Whether that place is at the head or the foot of the story. */
  private boolean atAnEnd(int order) {
    return near(order) || order > lastBody && order <= lastBody + FOOT;
  }

  /** Takes what a line at the head or the foot of the story states without naming the day. */
  private void dayless(Passage passage) {
    int order = passage.order();
    if (passage.kind() == Passage.Kind.QUOTE) {
      return;
    }
    for (DateLines.Told told : DateLines.find(passage.text(), context, page.source().at())) {
      Role named = named(passage.element()) == Role.UPDATED ? Role.UPDATED : null;
      Role role = told.role() == null ? named : told.role();
      int penalty = near(order) ? penalty(order) : 0;
      DateRules.of("visible", told.key(), role)
          .map(
              r ->
                  new DateCandidate(
                      r.role(), r.weight() - penalty, r.id(), told.printed(), told.moment()))
          .ifPresent(found::add);
    }
  }

  private void line(Passage passage) {
    if (passage == heading) {
      heading(passage);
      return;
    }
    int end = 0;
    for (FoundDate date : DateReader.find(passage.text(), context)) {
      String label =
          passage.text().substring(Math.max(end, date.start() - LABEL_WINDOW), date.start());
      Passage before = label.isBlank() && date.start() < 3 ? before(passage) : null;
      if (before != null && before.text().length() < 40) {
        label = before.text();
      }
      end = date.end();
      if (DateLabels.other(label)) {
        continue;
      }
      Role role = DateLabels.last(label);
      if (role == null && near(passage.order())) {
        role = named(passage.element());
      }
      place(passage, date, role);
    }
  }

  /** A date set into the heading beside the headline's own words. */
  private void heading(Passage passage) {
    String title = page.head().title() + page.head().meta("og:title", "twitter:title");
    for (FoundDate date : DateReader.find(passage.text(), context)) {
      if (!title.contains(date.printed())) {
        add(Role.PUBLISHED, "heading", date, 0);
      }
    }
  }

  private void place(Passage passage, FoundDate date, @Nullable Role role) {
    boolean near = near(passage.order());
    int share = (date.end() - date.start()) * 100 / passage.text().length();
    boolean dateLine = share > 30 || passage.text().length() <= SHORT_LINE;
    String key;
    Role taken = role == null ? Role.PUBLISHED : role;
    if (role == Role.PUBLISHED) {
      key = near ? "published" : "far";
    } else if (role != null) {
      key = role == Role.UPDATED ? "updated" : "reviewed";
    } else {
      key = near ? dateLine ? "headline" : "sentence" : dated(passage) ? "dated" : "first";
    }
    boolean other =
        passage.kind() == Passage.Kind.QUOTE
            || passage.kind() == Passage.Kind.HEADING && share < 60;
    if (role == null && (other || clock(passage))) {
      return; // the day of what is quoted or announced, or of the visit
    }
    boolean late = passage.order() > lastBody + FOOT;
    boolean once = !seen.contains(key);
    if (near || role != null && !late || once && role == null) {
      boolean added = add(taken, key, date, near ? penalty(passage.order()) : 0);
      if (added && !near) {
        seen.add(key);
      }
    }
  }

  /** Whether the line is named for the page's clock, as in {@code class="currentDate"}. */
  private static boolean clock(Passage passage) {
    String names = String.join("", Passages.names(passage.element()));
    return names.contains("curdate") || names.contains("currentdate") || names.contains("today");
  }

  /** Whether the line is named for a date, as in {@code class="displayDate"}. */
  private static boolean dated(Passage passage) {
    if (passage.text().length() > SHORT_LINE) {
      return false;
    }
    List<String> names = Passages.names(passage.element());
    return names.stream().anyMatch(DATE_NAMES::contains);
  }

  private boolean add(Role role, String key, FoundDate date, int penalty) {
    Rule rule = DateRules.of("visible", key, role).orElse(null);
    if (rule == null || !Plausible.date(date.moment(), context) || pageClock(key, date)) {
      return false;
    }
    Moment moment = LocalDay.clock(date.moment(), context);
    int weight = rule.weight() - penalty;
    return found.add(new DateCandidate(role, weight, rule.id(), date.printed(), moment));
  }

  /**
   * Many sites print today's date in their header: the day of the capture far from a headline. An
   * archive's copy has that day in its address.
   */
  private boolean pageClock(String key, FoundDate date) {
    boolean far = key.equals("first") || key.equals("dated");
    Duration apart = Duration.between(date.moment().roughly(), page.source().at()).abs();
    String day = date.moment().local().format(DateTimeFormatter.BASIC_ISO_DATE);
    return far && (apart.compareTo(ONE_DAY) < 0 || page.url().contains("/web/" + day));
  }

  /** A date at the head of the story itself: {@code Karlsruhe, 12.11.2021.} */
  private void dateline(Passage passage) {
    DateReader.first(Texts.head(passage.text(), DATELINE_WINDOW), context)
        .ifPresent(date -> add(Role.PUBLISHED, "dateline", date, penalty(passage.order())));
  }

  /** Whether that place on the page lies in the headline's neighbourhood. */
  boolean near(int order) {
    return headline >= 0
        && order >= headline - BEFORE_HEADLINE
        && order <= headline + AFTER_HEADLINE;
  }

  /** Whether the element lies in a box whose dates are those of something else. */
  boolean foreign(Element element) {
    return boxes.foreign(element);
  }

  /** Points lost by distance; a date above the headline is more often another story's. */
  int penalty(int order) {
    return order < headline ? 1 + (headline - order) / 2 : (order - headline) / 2;
  }

  /** The place of an element on the page, -1 where it holds no text. */
  int order(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      Integer order = orders.get(up);
      if (order != null) {
        return order;
      }
    }
    return -1;
  }

  /** Whether words right above an element make its date one of something else. */
  boolean otherwise(Element element) {
    Element up = element.parent();
    String text = up == null ? "" : up.ownText().strip();
    return text.length() < LABEL_WINDOW && DateLabels.other(text);
  }

  /** What the names of an element or of those right above it say that happened. */
  @Nullable Role roleOf(Element element) {
    if (element.hasAttr("pubdate")) {
      return Role.PUBLISHED;
    }
    Element up = element;
    for (int i = 0; i < 3 && up != null; i++, up = up.parent()) {
      Role named = named(up);
      if (named != null) {
        return named;
      }
      String text = i == 0 ? "" : up.ownText();
      Role labelled = text.length() < LABEL_WINDOW ? DateLabels.last(text) : null;
      if (labelled != null) {
        return labelled;
      }
    }
    return DateLabels.last(Texts.head(CleanText.of(beginning(element)), LABEL_WINDOW));
  }

  /**
   * The text of an element as far as a label may stand in it: of thousands of elements, each in the
   * one before it, the whole text of each would be read for all those round it.
   */
  private static String beginning(Element element) {
    if (element.childrenSize() == 0) {
      return element.ownText();
    }
    StringBuilder text = new StringBuilder();
    element.filter(
        (node, depth) -> {
          if (node instanceof TextNode words) {
            text.append(words.text());
          } else if (node instanceof Element e && (e.isBlock() || e.nameIs("br"))) {
            text.append(' ');
          }
          return text.length() > 2 * LABEL_WINDOW ? FilterResult.STOP : FilterResult.CONTINUE;
        });
    return text.toString();
  }

  private static @Nullable Role named(Element element) {
    if (element.attr("itemprop").contains("dateModified")) {
      return Role.UPDATED;
    }
    if (element.attr("itemprop").contains("datePublished")) {
      return Role.PUBLISHED;
    }
    for (String name : Passages.names(element)) {
      switch (name.toLowerCase(Locale.ROOT)) {
        case "updated", "modified", "lastmod", "update", "dtmodified" -> {
          return Role.UPDATED;
        }
        case "published", "pubdate", "publish", "publication", "posted", "created" -> {
          return Role.PUBLISHED;
        }
        default -> {}
      }
    }
    return null;
  }
}
