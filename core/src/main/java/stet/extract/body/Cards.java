package stet.extract.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.extract.page.Links;
import stet.extract.page.ShortText;

/**
 * Finds rows of teasers: at least three siblings built alike, each opening with a link to another
 * page of the same site and saying little beside it.
 */
final class Cards {
  private static final int FEWEST = 3;
  private static final int MOST = 400;
  private static final int MOST_TEXT = 700;
  private static final int DEEPEST = 8;

  /** How many letters, a section or a day, may stand before a card's title. */
  private static final int FARTHEST_LINK = 40;

  private static final int SHORTEST_LINK = 18;

  private static final Evaluator LINK = QueryParser.parse("a");
  private static final Evaluator LINKED = QueryParser.parse("a[href]");
  private static final Evaluator PICTURE = QueryParser.parse("img,picture");
  private static final Evaluator PARAGRAPH = QueryParser.parse("p");

  private Cards() {}

  /** Whether the element holds such a row and hardly anything else. */
  static boolean holds(Element parent) {
    if (!likely(parent)) {
      return false;
    }
    int children = parent.childrenSize();
    Map<String, List<Element>> alike = new HashMap<>();
    for (Element child : parent.children()) {
      alike
          .computeIfAbsent(child.normalName() + '.' + child.className(), k -> new ArrayList<>())
          .add(child);
    }
    for (List<Element> group : alike.values()) {
      if (group.size() >= FEWEST && group.size() * 3 >= children * 2) {
        long cards = group.stream().filter(Cards::card).count();
        boolean row = cards >= FEWEST && cards * 10 >= group.size() * 8L;
        return row && parent.children().stream().noneMatch(Cards::story);
      }
    }
    return false;
  }

  /** Whether there are so many children, most of kinds that cards can be: told cheaply. */
  private static boolean likely(Element parent) {
    int children = 0;
    int cards = 0;
    for (int i = 0; i < parent.childNodeSize(); i++) {
      if (parent.childNode(i) instanceof Element child) {
        children++;
        cards += text(child) ? 0 : 1;
      }
    }
    return children <= MOST && cards >= FEWEST && cards * 3 >= children * 2;
  }

  /** Whether the element is a paragraph or a heading, which is no card. */
  private static boolean text(Element element) {
    return element.normalName().equals("p") || element.normalName().startsWith("h");
  }

  /** Whether the element holds more than a teaser does: the story that the row belongs to. */
  private static boolean story(Element element) {
    return !card(element) && !ShortText.within(element, MOST_TEXT);
  }

  private static boolean card(Element element) {
    if (text(element)) {
      return false;
    }
    Element link = headedLink(element, false, 0);
    link = link == null ? pictured(element) : link;
    if (link == null) {
      return false;
    }
    Element anchor = link.normalName().equals("a") ? link : link.closest(LINK);
    return anchor != null
        && ShortText.within(element, MOST_TEXT)
        && link.text().length() >= SHORTEST_LINK
        && !anchor.attr("href").startsWith("#")
        && Links.inside(anchor.attr("href"), element);
  }

  /** The first link with words of a card that holds a picture and no paragraphs to speak of. */
  private static @Nullable Element pictured(Element element) {
    if (element.selectFirst(PICTURE) == null || element.select(PARAGRAPH).size() > 1) {
      return null;
    }
    for (Element link : element.select(LINKED)) {
      if (link.text().length() >= SHORTEST_LINK) {
        int before = element.text().indexOf(link.text());
        return before >= 0 && before <= FARTHEST_LINK ? link : null;
      }
    }
    return null;
  }

  /** The first link within a heading, or heading within a link; null where there is none. */
  private static @Nullable Element headedLink(Element element, boolean linked, int depth) {
    for (int i = 0; i < element.childNodeSize(); i++) {
      if (!(element.childNode(i) instanceof Element child)) {
        continue;
      }
      String name = child.normalName();
      boolean heading = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) <= '6';
      if (heading) {
        return linked ? child : child.selectFirst(LINK);
      }
      boolean deeper = depth < DEEPEST && !name.equals("p");
      Element found = deeper ? headedLink(child, linked || name.equals("a"), depth + 1) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
