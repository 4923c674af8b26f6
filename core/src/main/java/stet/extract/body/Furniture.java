package stet.extract.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import stet.extract.page.Passages;
import stet.extract.words.Tables;

/** Which elements are furniture by their tag, role or names; the words are in a table. */
public final class Furniture {
  /** How sure an element's markup is about being furniture. */
  public enum Verdict {
    NONE,
    WEAK,
    LINE,
    STRONG,
    CERTAIN
  }

  /**
   * What an element's markup says.
   *
   * @param word the tag, role or name that decided
   */
  public record Finding(Verdict verdict, String word) {
    private static final Finding NONE = new Finding(Verdict.NONE, "");
  }

  /** One line of the table, with what its words say. */
  private record Entry(List<String> words, Finding finding) {}

  private static final Map<String, List<Entry>> BY_FIRST_WORD = new HashMap<>();
  private static final Map<String, List<Entry>> STORIES = new HashMap<>();

  static {
    for (String[] row : Tables.rows("furniture.tsv")) {
      boolean story = row[0].equals("story");
      List<String> words = List.of(row[1].split(" "));
      Verdict verdict = story ? Verdict.NONE : Verdict.valueOf(row[0].toUpperCase(Locale.ROOT));
      (story ? STORIES : BY_FIRST_WORD)
          .computeIfAbsent(words.get(0), k -> new ArrayList<>())
          .add(new Entry(words, new Finding(verdict, row[1])));
    }
  }

  private static final Set<String> CERTAIN_TAGS = Set.of("nav", "footer", "aside", "dialog");
  private static final Set<String> WEAK_TAGS = Set.of("header", "figure", "address");
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

  /** Names of sections that are hidden until a reader unfolds them. */
  private static final Set<String> FOLDED =
      Set.of("accordion", "collapse", "collapsible", "expandable", "panel", "tabpanel", "faq");

  /** Words that turn the next one into its opposite: a body that "has" a sidebar is none. */
  private static final Set<String> TURNING = Set.of("has", "with", "no", "not", "without", "non");

  private Furniture() {}

  public static Finding of(Element element) {
    String tag = element.normalName();
    if (tag.equals("html") || tag.equals("body") || tag.equals("article") || tag.equals("main")) {
      return Finding.NONE;
    }
    List<String> names = Passages.names(element);
    if (element.attr("itemprop").contains("articleBody") || found(STORIES, names) != null) {
      return Finding.NONE;
    }
    if (hidden(element) && !folded(element, names)) {
      return new Finding(Verdict.WEAK, "hidden");
    }
    if (CERTAIN_TAGS.contains(tag)) {
      return new Finding(Verdict.CERTAIN, tag);
    }
    if (tag.equals("form")) {
      // Old systems wrap the whole page in a form.
      return new Finding(Verdict.STRONG, tag);
    }
    String role = element.attr("role").toLowerCase(Locale.ROOT);
    if (STRONG_ROLES.contains(role)) {
      return new Finding(Verdict.STRONG, role);
    }
    Finding named = found(BY_FIRST_WORD, names);
    if (named != null) {
      return named;
    }
    boolean weak = WEAK_TAGS.contains(tag) && !Passages.textual(element);
    return weak ? new Finding(Verdict.WEAK, tag) : Finding.NONE;
  }

  /** Whether the element is a section that a reader unfolds. */
  private static boolean folded(Element element, List<String> names) {
    return element.attr("role").equals("tabpanel") || names.stream().anyMatch(FOLDED::contains);
  }

  /** Whether the element's names say that it holds a story's text. */
  static boolean story(Element element) {
    return element.attr("itemprop").contains("articleBody")
        || element.attr("property").contains("articleBody")
        || found(STORIES, Passages.names(element)) != null;
  }

  /** Whether the element says of itself that it is not shown. */
  public static boolean hidden(Element element) {
    String style = element.attr("style");
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || !style.isEmpty()
            && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
  }

  private static @Nullable Finding found(Map<String, List<Entry>> table, List<String> words) {
    Finding best = null;
    for (int i = 0; i < words.size(); i++) {
      List<Entry> entries = table.get(words.get(i));
      if (entries == null || i > 0 && TURNING.contains(words.get(i - 1)) || half(words, i)) {
        continue;
      }
      for (Entry entry : entries) {
        boolean stronger = best == null || entry.finding.verdict.compareTo(best.verdict) > 0;
        if (stronger && follows(words, i, entry.words)) {
          best = entry.finding;
        }
      }
    }
    return best;
  }

  /** Whether the word is one half of a name whose other half is no furniture: body-and-footer. */
  private static boolean half(List<String> words, int at) {
    boolean behind = at > 1 && words.get(at - 1).equals("and");
    boolean before = at + 2 < words.size() && words.get(at + 1).equals("and");
    String other = behind ? words.get(at - 2) : before ? words.get(at + 2) : "";
    return !other.isEmpty() && !BY_FIRST_WORD.containsKey(other);
  }

  private static boolean follows(List<String> words, int at, List<String> entry) {
    boolean follows = at + entry.size() <= words.size();
    for (int i = 1; i < entry.size() && follows; i++) {
      follows = words.get(at + i).equals(entry.get(i));
    }
    return follows;
  }
}
