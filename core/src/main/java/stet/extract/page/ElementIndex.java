package stet.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The elements that the finders look for, gathered in one walk over the page, each kind in page
 * order. A selector for each would walk the page once a selector.
 */
public final class ElementIndex {
  private static final List<String> DATED =
      List.of("itemprop", "property", "data-utime", "data-timestamp", "data-time");

  private final List<Element> metas = new ArrayList<>();
  private final List<Element> scripts = new ArrayList<>();
  private final List<Element> dated = new ArrayList<>();
  private final List<Element> boxes = new ArrayList<>();
  private final List<Element> fields = new ArrayList<>();
  private @Nullable Element headTitle;
  private @Nullable Element anyTitle;
  private @Nullable Element canonical;
  private @Nullable Element firstHeading;

  private ElementIndex() {}

  static ElementIndex of(Document page) {
    ElementIndex index = new ElementIndex();
    index.walk(page, page.body(), false);
    return index;
  }

  // The parser bounds the depth.
  private void walk(Element element, Element body, boolean within) {
    boolean inside = within || element == body;
    note(element, inside);
    for (int i = 0; i < element.childNodeSize(); i++) {
      if (element.childNode(i) instanceof Element child) {
        walk(child, body, inside);
      }
    }
  }

  private void note(Element element, boolean inside) {
    switch (element.normalName()) {
      case "meta" -> metas.add(element);
      case "script" -> scripts.add(element);
      case "title" -> title(element);
      case "link" -> link(element);
      case "h1" -> firstHeading = firstHeading == null && inside ? element : firstHeading;
      case "ol", "ul", "dl", "table", "div", "section", "details" -> {
        if (inside) {
          boxes.add(element);
        }
      }
      case "input", "textarea" -> {
        if (inside) {
          fields.add(element);
        }
      }
      default -> {
        // Most elements are of no kind.
      }
    }
    if (inside && dated(element)) {
      dated.add(element);
    }
  }

  private void title(Element element) {
    anyTitle = anyTitle == null ? element : anyTitle;
    Element parent = element.parent();
    boolean head = parent != null && parent.normalName().equals("head");
    headTitle = headTitle == null && head ? element : headTitle;
  }

  private void link(Element element) {
    boolean names = element.attr("rel").strip().toLowerCase(Locale.ROOT).equals("canonical");
    canonical = canonical == null && names && element.hasAttr("href") ? element : canonical;
  }

  private static boolean dated(Element element) {
    if (element.normalName().equals("time")) {
      return true;
    }
    if (element.attributesSize() > 0) {
      // The parser writes names in lower case.
      Attributes attributes = element.attributes();
      for (String name : DATED) {
        if (attributes.hasKey(name)) {
          return true;
        }
      }
    }
    return false;
  }

  List<Element> metas() {
    return metas;
  }

  public List<Element> scripts() {
    return scripts;
  }

  /** Elements whose attributes may carry a date: time, microdata, RDFa, data attributes. */
  public List<Element> dated() {
    return dated;
  }

  /** Lists, tables and the elements that lay out a page. */
  public List<Element> boxes() {
    return boxes;
  }

  /** Fields of forms in the page's body. */
  public List<Element> fields() {
    return fields;
  }

  /** The head's title, else the first anywhere. */
  @Nullable Element title() {
    return headTitle == null ? anyTitle : headTitle;
  }

  @Nullable Element canonical() {
    return canonical;
  }

  /** The first h1 of the body. */
  public @Nullable Element firstHeading() {
    return firstHeading;
  }
}
