package stet.extract.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import stet.text.CleanText;

/** What a page's head says: meta names with their values, the canonical link, the title. */
public final class PageHead {
  private static final List<String> NAMING = List.of("name", "property", "itemprop", "http-equiv");

  private final Map<String, List<String>> metas = new LinkedHashMap<>();
  private final String title;
  private final String canonical;

  PageHead(ElementIndex page) {
    for (Element meta : page.metas()) {
      String content = CleanText.of(meta.attr("content"));
      for (String attribute : content.isEmpty() ? List.<String>of() : NAMING) {
        // An itemprop inside a nested item (a comment, a picture) is not about the page.
        boolean own =
            meta.hasAttr(attribute) && !(attribute.equals("itemprop") && Microdata.foreign(meta));
        if (own) {
          metas.computeIfAbsent(plain(meta.attr(attribute)), k -> new ArrayList<>()).add(content);
        }
      }
    }
    Element heading = page.title();
    this.title = heading == null ? "" : CleanText.of(heading.text());
    Element link = page.canonical();
    String target = link == null ? "" : link.attr("abs:href");
    this.canonical = target.startsWith("http") ? target : "";
  }

  /** Names are compared by letters and digits alone: {@code og:title}, {@code og_title} are one. */
  static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (Character.isLetterOrDigit(lower.charAt(i))) {
        plain.append(lower.charAt(i));
      }
    }
    return plain.toString();
  }

  /** The first value of the first of those names that the page has; empty when none. */
  public String meta(String... names) {
    for (String name : names) {
      List<String> values = metas.get(plain(name));
      if (values != null) {
        return values.get(0);
      }
    }
    return "";
  }

  public List<String> all(String name) {
    return named(plain(name));
  }

  /** Every value of a name that is in lower case and of letters and digits alone. */
  public List<String> named(String plain) {
    return metas.getOrDefault(plain, List.of());
  }

  Map<String, List<String>> metas() {
    return metas;
  }

  /** Whether the page says nothing of itself, as fragments do. */
  public boolean bare() {
    return metas.isEmpty() && title.isEmpty() && canonical.isEmpty();
  }

  public String title() {
    return title;
  }

  public String canonical() {
    String og = meta("og:url");
    return canonical.isEmpty() && og.startsWith("http") ? og : canonical;
  }
}
