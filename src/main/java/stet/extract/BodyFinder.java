package stet.extract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import stet.extract.Furniture.Verdict;

/**
 * Finds the passages that are the running text: furniture by name goes first, then the smallest
 * element that still holds most of the remaining prose is the story's place, then what stands in it
 * is judged passage by passage.
 */
final class BodyFinder {
  /** An element that holds this share of its parent's prose carries the story on its own. */
  private static final double MOST = 0.80;

  /** Furniture in name only: it holds this share of the page's prose. */
  private static final double TOO_MUCH_FOR_WEAK = 0.35;

  private static final double TOO_MUCH_FOR_STRONG = 0.85;

  private static final Set<String> STORY_NAMES =
      Set.of(
          "article body",
          "articlebody",
          "article content",
          "articlecontent",
          "article text",
          "articletext",
          "entry content",
          "entrycontent",
          "post content",
          "postcontent",
          "post body",
          "postbody",
          "post text",
          "story body",
          "storybody",
          "story content",
          "storycontent",
          "story text",
          "storytext",
          "article main",
          "content body",
          "body content",
          "articulo cuerpo",
          "article copy",
          "body copy",
          "bodycopy",
          "td post",
          "article inner",
          "rich text",
          "richtext",
          "news content",
          "news text",
          "news body",
          "text content",
          "article story",
          "body text",
          "bodytext",
          "article detail",
          "main content text");

  private final List<Passage> passages;
  private final Element headline;
  private final Map<Element, Integer> prose = new IdentityHashMap<>();
  private final Map<Element, Boolean> furniture = new IdentityHashMap<>();
  private final int total;
  private Element root;

  /**
   * @param headline the element of the headline, or the page's body where there is none
   */
  BodyFinder(List<Passage> passages, Element headline) {
    this.passages = passages;
    this.headline = headline;
    this.root = headline;
    int sum = 0;
    for (Passage passage : passages) {
      if (passage.prose()) {
        int weight = Texts.weight(passage.text());
        sum += weight;
        for (Element up = passage.element(); up != null; up = up.parent()) {
          prose.merge(up, weight, Integer::sum);
        }
      }
    }
    this.total = sum;
  }

  /** The running text's passages in page order; empty when the page has no prose. */
  List<Passage> find(Element body) {
    root = story(body, cleanProse());
    List<Passage> inside = new ArrayList<>();
    for (Passage passage : passages) {
      if (within(passage.element(), root) && !furnished(passage.element(), root)) {
        inside.add(passage);
      }
    }
    return inside;
  }

  /**
   * Where no prose was found: whatever stands outside furniture, for pages of a line or a table.
   */
  List<Passage> anything() {
    return passages.stream()
        .filter(p -> !furnished(p.element(), null))
        .filter(p -> p.kind() != Passage.Kind.HEADING || p.level() > 1)
        .toList();
  }

  /** The story's place, once it was found. */
  Element root() {
    return root;
  }

  private Map<Element, Integer> cleanProse() {
    Map<Element, Integer> clean = new IdentityHashMap<>();
    for (Passage passage : passages) {
      if (passage.prose() && !furnished(passage.element(), null)) {
        int weight = Texts.weight(passage.text());
        for (Element up = passage.element(); up != null; up = up.parent()) {
          clean.merge(up, weight, Integer::sum);
        }
      }
    }
    return clean;
  }

  private Element story(Element body, Map<Element, Integer> clean) {
    Element at = body;
    while (true) {
      int here = clean.getOrDefault(at, 0);
      Element best = null;
      for (Element child : at.children()) {
        int held = clean.getOrDefault(child, 0);
        if (best == null || held > clean.getOrDefault(best, 0)) {
          best = child;
        }
      }
      boolean descend =
          best != null
              && here > 0
              && block(best)
              && (clean.getOrDefault(best, 0) >= MOST * here
                  || named(best) && clean.getOrDefault(best, 0) >= 0.5 * here);
      if (!descend) {
        return at;
      }
      at = best;
    }
  }

  private static boolean block(Element element) {
    return switch (element.normalName()) {
      case "p", "li", "blockquote", "ul", "ol", "span", "a", "em", "strong", "b", "font" -> false;
      default -> true;
    };
  }

  private static boolean named(Element element) {
    if (element.attr("itemprop").contains("articleBody")
        || element.attr("property").contains("articleBody")
        || element.normalName().equals("article")
        || element.normalName().equals("main")) {
      return true;
    }
    List<String> names = Passages.names(element);
    for (int i = 0; i < names.size(); i++) {
      String two = i + 1 < names.size() ? names.get(i) + ' ' + names.get(i + 1) : names.get(i);
      if (STORY_NAMES.contains(names.get(i)) || STORY_NAMES.contains(two)) {
        return true;
      }
    }
    return false;
  }

  static boolean within(Element element, Element root) {
    for (Element up = element; up != null; up = up.parent()) {
      if (up == root) {
        return true;
      }
    }
    return false;
  }

  /** Whether the element or one above it, below {@code root}, is furniture. */
  boolean furnished(Element element, Element root) {
    for (Element up = element; up != null && up != root; up = up.parent()) {
      if (furniture.computeIfAbsent(up, this::isFurniture)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFurniture(Element element) {
    Verdict verdict = Furniture.verdict(element);
    if (verdict == Verdict.NONE) {
      return false;
    }
    double share = total == 0 ? 0 : (double) prose.getOrDefault(element, 0) / total;
    if (verdict == Verdict.WEAK) {
      return share < TOO_MUCH_FOR_WEAK;
    }
    return share < TOO_MUCH_FOR_STRONG && !(within(headline, element) && share > 0.3);
  }
}
