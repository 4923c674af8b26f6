package stet.extract.body;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.extract.page.Passage;

/** Walks down from the page to the smallest element that still holds most of the story's text. */
final class StoryPlace {
  /** An element that holds this share of its parent's prose carries the story on its own. */
  private static final double MOST = 0.80;

  /** The same for an element that is named for a story. */
  private static final double MOST_NAMED = 0.50;

  /** The same where metadata state the text. */
  private static final double MOST_STATED = 0.97;

  /** A report by the headline holds this share of what another place holds. */
  private static final double FAIR = 0.25;

  /** The same where the report has many paragraphs: comments can be very long. */
  private static final double FEW = 0.15;

  private static final int MANY = 5;

  private static final Evaluator HEADING = QueryParser.parse("h1,h2");

  private final StatedBody stated;
  private final Home home;
  private final Map<Element, Integer> weight = new IdentityHashMap<>();
  private final Map<Element, Integer> count = new IdentityHashMap<>();

  /**
   * @param furnished whether an element stands in furniture
   */
  StoryPlace(List<Passage> passages, StatedBody stated, Home home, Predicate<Element> furnished) {
    this.stated = stated;
    this.home = home;
    for (Passage passage : passages) {
      boolean counts = stated.useful() ? stated.holds(passage) : passage.prose();
      if (counts && !furnished.test(passage.element())) {
        for (Element up = passage.element(); up != null; up = up.parent()) {
          weight.merge(up, passage.weight(), Integer::sum);
          count.merge(up, 1, Integer::sum);
        }
      }
    }
  }

  private int of(@Nullable Element element) {
    return element == null ? 0 : weight.getOrDefault(element, 0);
  }

  /** The story's place within the page. */
  Element find(Element body) {
    Element found = down(body);
    Element place = home.place();
    if (place == null || stated.useful()) {
      return found;
    }
    boolean elsewhere = home.outside(found) && !Furniture.story(found);
    return elsewhere && fair(place, found) ? down(place) : found;
  }

  /**
   * The element that is named for the story below the headline, where all prose stands above: a
   * post of a few words under a long description of the blog. Null where there is none.
   */
  static @Nullable Element brief(
      List<Passage> passages, Element headline, Predicate<Element> furnished) {
    Element found = null;
    boolean below = false;
    for (Passage passage : passages) {
      below |= passage.element() == headline;
      if (below && passage.prose() && !furnished.test(passage.element())) {
        return null;
      }
      for (Element up = below ? passage.element() : null; found == null && up != null; ) {
        found = Furniture.story(up) && !furnished.test(up) ? up : null;
        up = up.parent();
      }
    }
    return found;
  }

  /** Whether what stands by the headline is a report rather than a standfirst with a caption. */
  private boolean fair(Element place, Element found) {
    double share = (double) of(place) / Math.max(1, of(found));
    return share >= FAIR || share >= FEW && count.getOrDefault(place, 0) >= MANY;
  }

  private Element down(Element from) {
    Element at = from;
    while (true) {
      int here = of(at);
      Element best = null;
      for (Element child : at.children()) {
        if (best == null || of(child) > of(best)) {
          best = child;
        }
      }
      Element own = own(at);
      if (own != null) {
        at = own;
        continue;
      }
      if (best == null || here == 0 || !place(best, at)) {
        return at;
      }
      double share = (double) of(best) / here;
      boolean descend = share >= MOST || named(best) && share >= MOST_NAMED;
      if (!descend || stated.useful() && share < MOST_STATED || parted(best)) {
        return at;
      }
      at = best;
    }
  }

  /**
   * The article element that holds the headline with its story, within the element; what stands
   * beside it is other stories. Null where there is none.
   */
  private @Nullable Element own(Element at) {
    Element place = home.place();
    if (place == null
        || place == at
        || !place.normalName().equals("article")
        || stated.useful()
        || !BodyFinder.within(place, at)) {
      return null;
    }
    return fair(place, at) || followed(place) ? place : null;
  }

  /** Whether whole stories of the same make follow, as where a page loads the next one. */
  private boolean followed(Element article) {
    for (Element next = article.nextElementSibling(); next != null; ) {
      if (next.normalName().equals("article")
          && next.className().equals(article.className())
          && of(next) > 0
          && next.selectFirst(HEADING) != null) {
        return true;
      }
      next = next.nextElementSibling();
    }
    return false;
  }

  /** Whether the element can be the story's place: not one of the paragraphs themselves. */
  private boolean place(Element element, Element parent) {
    boolean leaf = count.getOrDefault(element, 0) <= 1 && count.getOrDefault(parent, 0) > 1;
    return !leaf
        && switch (element.normalName()) {
          case "p", "li", "blockquote", "ul", "ol", "span", "a", "em", "strong", "b", "font" ->
              false;
          default -> true;
        };
  }

  /** Whether a sibling of the same make holds more of the story: it is cut into several blocks. */
  private boolean parted(Element best) {
    if (best.className().isEmpty() || !Furniture.story(best)) {
      return false;
    }
    for (Element other : best.siblingElements()) {
      if (of(other) > 0
          && other.normalName().equals(best.normalName())
          && other.className().equals(best.className())) {
        return true;
      }
    }
    return false;
  }

  private static boolean named(Element element) {
    return Furniture.story(element)
        || element.normalName().equals("article")
        || element.normalName().equals("main");
  }
}
