package stet.extract.field;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The places of a page that ask their reader to write something; looked for once in the page. */
final class Forms {
  private static final Evaluator FIELDS =
      QueryParser.parse("input[type=text],input[type=email],textarea");

  /** Fields, and all elements that one stands in. */
  private final Set<Element> holders = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<Element> parents = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param fields all that the page has of the kinds that a reader writes into
   */
  Forms(List<Element> fields) {
    for (Element field : fields) {
      if (!field.is(FIELDS)) {
        continue;
      }
      if (field.parent() != null) {
        parents.add(field.parent());
      }
      Element up = field;
      while (up != null && holders.add(up)) {
        up = up.parent();
      }
    }
  }

  /** Whether the element holds a field that the reader is to fill in, or stands beside one. */
  boolean asks(Element element) {
    return holders.contains(element)
        || element.parent() != null && parents.contains(element.parent());
  }
}
