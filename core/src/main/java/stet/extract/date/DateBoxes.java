package stet.extract.date;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import stet.extract.page.Passages;
import stet.extract.page.ShortText;
import stet.extract.words.Tables;

/**
 * Knows the boxes of a page whose dates are those of something else than the article, by their
 * names, {@code date-boxes.tsv}: comments, pictures, events.
 */
final class DateBoxes {
  private static final Map<String, String> KINDS = new HashMap<>();

  static {
    for (String[] row : Tables.rows("date-boxes.tsv")) {
      KINDS.put(row[1], row[0]);
    }
  }

  private static final Set<String> TAGS = Set.of("figure", "figcaption", "picture");

  /** Words beside which a name says what its element has, not what it is: "has-comments". */
  private static final Set<String> TURNING = Set.of("has", "with", "no", "not", "without", "open");

  /** A picture's box holds its caption; one with more text holds a story with its picture. */
  private static final int MOST_CAPTION = 300;

  private final Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Element, Boolean> known = new IdentityHashMap<>();

  /**
   * @param headline the headline's element, null where the page shows none
   */
  DateBoxes(@Nullable Element headline, Element body) {
    around.add(body);
    for (Element up = headline; up != null; up = up.parent()) {
      around.add(up);
    }
  }

  /** Whether the element lies in such a box. The depth is bounded by the parser. */
  boolean foreign(Element element) {
    Boolean answer = known.get(element);
    if (answer == null) {
      Element up = element.parent();
      answer = !around.contains(element) && (named(element) || up != null && foreign(up));
      known.put(element, answer);
    }
    return answer;
  }

  private static boolean named(Element element) {
    if (TAGS.contains(element.normalName())) {
      return true;
    }
    List<String> names = Passages.names(element);
    for (String name : names) {
      if ("own".equals(KINDS.get(name))) {
        return names.get(0).equals("comment"); // a comment's own date or author
      }
    }
    for (int i = 0; i < names.size(); i++) {
      String kind = KINDS.get(names.get(i));
      boolean turned = i > 0 && TURNING.contains(names.get(i - 1));
      if (kind != null && !turned) {
        return kind.equals("comment") || ShortText.within(element, MOST_CAPTION);
      }
    }
    return false;
  }
}
