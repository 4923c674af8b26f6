package stet.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Which elements are furniture by their tag, role or names; the words are in a table. */
final class Furniture {
  /** How sure an element's markup is about being furniture. */
  enum Verdict {
    NONE,
    WEAK,
    STRONG
  }

  private static final Map<String, Map<String, Verdict>> BY_FIRST_WORD = new HashMap<>();

  static {
    for (String[] row : Tables.rows("furniture.tsv")) {
      String first = row[1].split(" ")[0];
      BY_FIRST_WORD
          .computeIfAbsent(first, k -> new HashMap<>())
          .put(row[1], Verdict.valueOf(row[0].toUpperCase(Locale.ROOT)));
    }
  }

  private static final Set<String> STRONG_TAGS = Set.of("nav", "aside", "footer", "form", "dialog");
  private static final Set<String> WEAK_TAGS = Set.of("header", "figure", "address", "details");
  private static final Set<String> STRONG_ROLES =
      Set.of(
          "navigation",
          "complementary",
          "contentinfo",
          "search",
          "menu",
          "menubar",
          "dialog",
          "banner",
          "alert",
          "tooltip");

  private Furniture() {}

  static Verdict verdict(Element element) {
    String tag = element.normalName();
    if (tag.equals("html") || tag.equals("body") || tag.equals("article") || tag.equals("main")) {
      return Verdict.NONE;
    }
    if (hidden(element)) {
      return Verdict.WEAK;
    }
    if (STRONG_TAGS.contains(tag)
        || STRONG_ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))) {
      return Verdict.STRONG;
    }
    Verdict named = named(Passages.names(element));
    return named == Verdict.NONE && WEAK_TAGS.contains(tag) ? Verdict.WEAK : named;
  }

  private static boolean hidden(Element element) {
    String style = element.attr("style");
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || !style.isEmpty()
            && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
  }

  private static Verdict named(List<String> words) {
    Verdict best = Verdict.NONE;
    for (int i = 0; i < words.size(); i++) {
      Map<String, Verdict> entries = BY_FIRST_WORD.get(words.get(i));
      if (entries == null) {
        continue;
      }
      for (Map.Entry<String, Verdict> entry : entries.entrySet()) {
        if (entry.getValue().compareTo(best) > 0 && follows(words, i, entry.getKey())) {
          best = entry.getValue();
        }
      }
    }
    return best;
  }

  private static boolean follows(List<String> words, int at, String entry) {
    String[] parts = entry.split(" ");
    return at + parts.length <= words.size()
        && words.subList(at, at + parts.length).equals(List.of(parts));
  }
}
