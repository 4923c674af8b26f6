package stet.extract.field;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.extract.body.BodyFinder;
import stet.extract.body.Furniture;
import stet.extract.page.DateContext;
import stet.extract.page.Hints;
import stet.extract.page.HtmlPage;
import stet.extract.page.Passage;
import stet.text.CleanText;

/** Finds a name in an element that is named for the author, wherever it stands on the page. */
final class AuthorPlaces {
  private static final Evaluator PLACES =
      QueryParser.parse(
          "[rel=author],[itemprop=author],.vcard"
              + " .fn,[class*=author],[class*=Author],[class*=autor],"
              + "[class*=byline],[class*=verfasser],[class*=auteur]");
  private static final Evaluator NAME =
      QueryParser.parse(
          ".fn,[itemprop=name],[rel=author],a[href*=author],a[href*=autor],[class*=name]");

  /** Each class of such a place holds one of these. */
  private static final Hints HINTS =
      new Hints("author", "autor", "byline", "verfasser", "auteur", "fn");

  /** Boxes whose people wrote something else: comments, other stories. */
  private static final List<String> FOREIGN =
      List.of(
          "comment",
          "discussion",
          "disqus",
          "respond",
          "related",
          "recommend",
          "teaser",
          "popular");

  private static final int LONGEST = 60;

  /** A page that names more people is a list of stories. */
  private static final int MOST = 3;

  private static final int MAX_ELEMENTS = 400;

  private AuthorPlaces() {}

  /** The first name, empty where there is none or where many are named. */
  static String find(HtmlPage page, @Nullable Passage headline, Forms forms) {
    Element from = headline == null ? page.body() : headline.element();
    Element article = from.closest("article");
    Set<String> names = new LinkedHashSet<>();
    int seen = 0;
    for (Element place : (Iterable<Element>) places(page.body())::iterator) {
      if (seen++ > MAX_ELEMENTS) {
        break;
      }
      String name = foreign(place) || forms.asks(place) ? "" : name(place, page.dates());
      boolean own = article != null && BodyFinder.within(place, article);
      if (!name.isEmpty() && own) {
        return name;
      }
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names.isEmpty() || names.size() > MOST ? "" : names.iterator().next();
  }

  private static Stream<Element> places(Element body) {
    return body.stream().filter(e -> likely(e) && PLACES.matches(body, e));
  }

  /** Whether the element can be such a place, which is told cheaply. */
  private static boolean likely(Element element) {
    return element.attributesSize() > 0
        && (element.attributes().hasKey("rel")
            || element.attributes().hasKey("itemprop")
            || HINTS.in(element.className()));
  }

  private static String name(Element place, DateContext dates) {
    Element inner = place.selectFirst(NAME);
    String text = CleanText.of((inner == null ? place : inner).text());
    List<String> names = text.length() <= LONGEST ? AuthorNames.of(text, dates) : List.of();
    boolean card =
        place.hasClass("fn")
            || place.hasAttr("rel")
            || place.hasAttr("itemprop")
            || Bylines.announced(text);
    boolean person = names.size() == 1 && (card || Bylines.person(names.get(0)));
    return person ? names.get(0) : "";
  }

  /** Whether the element stands among comments or other stories. */
  static boolean foreign(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      String word = Furniture.of(up).word();
      if (!word.isEmpty() && FOREIGN.stream().anyMatch(word::startsWith)) {
        return true;
      }
    }
    return false;
  }
}
