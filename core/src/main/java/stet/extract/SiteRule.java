package stet.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** What a user says about the pages of one site. */
public record SiteRule(String host, Map<String, List<SiteRule.Selector>> selectors) {
  /** A CSS selector, as written and as read. */
  record Selector(String text, Evaluator evaluator) {
    static Selector of(String text) {
      return new Selector(text, QueryParser.parse(text));
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private List<Selector> of(String key) {
    return selectors.getOrDefault(key, List.of());
  }

  /** Whether a rule of that name is stated. */
  public boolean states(String key) {
    return !of(key).isEmpty();
  }

  /** What the rule says, for people. */
  public String say(String key) {
    return key + " = " + of(key) + " of '" + host + "'";
  }

  /** The page's elements under that name, by selector and then in page order. */
  public List<Element> elements(String key, Element page) {
    List<Element> found = new ArrayList<>();
    for (Selector selector : of(key)) {
      found.addAll(page.select(selector.evaluator()));
    }
    return found;
  }

  public @Nullable Element first(String key, Element page) {
    List<Element> found = elements(key, page);
    return found.isEmpty() ? null : found.get(0);
  }

  /** Takes out what the rules call furniture; the page's frame stays. */
  public void clear(Document page) {
    for (Element element : elements("remove", page)) {
      if (element != page && element != page.body() && element.parent() != null) {
        element.remove();
      }
    }
  }
}
