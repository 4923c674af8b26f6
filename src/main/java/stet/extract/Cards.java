package stet.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Finds rows of teasers: at least three siblings built alike, each opening with a link to another
 * page of the same site and saying little beside it.
 */
final class Cards {
  private static final int FEWEST = 3;
  private static final int MOST_TEXT = 700;
  private static final int SHORTEST_LINK = 18;

  private Cards() {}

  /** Whether the element holds such a row and hardly anything else. */
  static boolean holds(Element parent) {
    int children = parent.childrenSize();
    if (children < FEWEST) {
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
    Element link = element.selectFirst("h1 a,h2 a,h3 a,h4 a,h5 a,h6 a,a h2,a h3,a h4,a h5");
    if (link == null) {
      return false;
    }
    Element anchor = link.normalName().equals("a") ? link : link.closest("a");
    String text = element.text();
    return anchor != null
        && text.length() <= MOST_TEXT
        && link.text().length() >= SHORTEST_LINK
        && inside(anchor.attr("href"), element);
  }

  /** Whether the address is of the same site as the page, so far as the page tells. */
  private static boolean inside(String href, Element element) {
    if (href.startsWith("#") || href.isEmpty()) {
      return false;
    }
    if (!href.startsWith("http")) {
      return true;
    }
    String page = HtmlPage.host(element.baseUri()).replaceFirst("^www\\.", "");
    return page.isEmpty() || HtmlPage.host(href).endsWith(page);
  }
}
