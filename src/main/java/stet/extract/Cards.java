package stet.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows of teasers: at least three siblings built alike, each opening with a link to another
 * page of the same site and saying little beside it.
 */
final class Cards {
  private static final int FEWEST = 3;
  private static final int MOST = 400;
  private static final int MOST_TEXT = 700;
  private static final int DEEPEST = 8;
  private static final int SHORTEST_LINK = 18;

  private Cards() {}

  /** Whether the element holds such a row and hardly anything else. */
  static boolean holds(Element parent) {
    int children = parent.childrenSize();
    if (children < FEWEST || children > MOST) {
      return false;
    }
    Map<String, List<Element>> alike = new HashMap<>();
    for (Element child : parent.children()) {
      alike
          .computeIfAbsent(child.normalName() + '.' + child.className(), k -> new ArrayList<>())
          .add(child);
    }
    for (List<Element> group : alike.values()) {
      if (group.size() >= FEWEST && group.size() * 3 >= children * 2) {
        long cards = group.stream().filter(Cards::card).count();
        return cards >= FEWEST && cards * 10 >= group.size() * 8;
      }
    }
    return false;
  }

  private static boolean card(Element element) {
    if (element.normalName().equals("p") || element.normalName().startsWith("h")) {
      return false;
    }
    Element link = headedLink(element, false, 0);
    if (link == null) {
      return false;
    }
    Element anchor = link.normalName().equals("a") ? link : link.closest("a");
    String text = element.text();
    return anchor != null
        && text.length() <= MOST_TEXT
        && link.text().length() >= SHORTEST_LINK
        && !anchor.attr("href").startsWith("#")
        && Links.inside(anchor.attr("href"), element);
  }

  /** The first link within a heading, or heading within a link; null where there is none. */
  private static @Nullable Element headedLink(Element element, boolean linked, int depth) {
    for (Element child : element.children()) {
      String name = child.normalName();
      boolean heading = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) <= '6';
      if (heading) {
        return linked ? child : child.selectFirst("a");
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
