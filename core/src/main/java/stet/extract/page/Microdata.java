package stet.extract.page;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import stet.extract.words.Texts;

/** Scope of {@code itemprop} attributes. */
public final class Microdata {
  private static final Set<String> OF_THE_PAGE =
      Set.of("webpage", "blog", "website", "itempage", "creativework");

  private Microdata() {}

  /** Whether the element belongs to an item that is neither the article nor the page. */
  public static boolean foreign(Element element) {
    // A post of a live blog is an item of its own, whatever its type.
    for (Element up = element.parent(); up != null; up = up.parent()) {
      String role = up.attr("itemprop").toLowerCase(Locale.ROOT);
      if (role.contains("liveblogupdate") || role.equals("citation")) {
        return true;
      }
      if (up.hasAttr("itemscope") || up.hasAttr("typeof")) {
        String type = up.hasAttr("itemtype") ? up.attr("itemtype") : up.attr("typeof");
        String name = Texts.lastPart(type).toLowerCase(Locale.ROOT);
        return !(name.isEmpty()
            || name.endsWith("article")
            || name.endsWith("posting")
            || OF_THE_PAGE.contains(name));
      }
    }
    return false;
  }
}
