package stet.extract.page;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import stet.extract.words.Tables;
import stet.text.LanguageTags;

/** Language and country of a page, from what it declares and from its script. */
public final class Languages {
  private static final Pattern OFFSET =
      Pattern.compile("T\\d\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d+)?([+-]\\d\\d):?(\\d\\d)");

  private static final Evaluator ROOT = QueryParser.parse("html");

  /** By these tags a page says that it states none, or several. */
  private static final Set<String> UNDETERMINED = Set.of("und", "mul", "zxx", "mis");

  private static final Map<String, String> COUNTRIES = new HashMap<>();

  static {
    for (String[] row : Tables.rows("language-countries.tsv")) {
      COUNTRIES.put(row[0], row[1]);
    }
  }

  private Languages() {}

  /** The declared tag as BCP 47 writes it; empty when none is declared. */
  static String declared(Document page, PageHead head) {
    Element root = Objects.requireNonNull(page.selectFirst(ROOT));
    List<String> declared =
        List.of(
            root.attr("lang"),
            root.attr("xml:lang"),
            head.meta("content-language"),
            head.meta("og:locale"),
            head.meta("language"),
            head.meta("dc.language"));
    for (String tag : declared) {
      String first = LanguageTags.canonical(tag.split(",", 2)[0]);
      if (!first.isEmpty() && !UNDETERMINED.contains(LanguageTags.primary(first))) {
        return first;
      }
    }
    return "";
  }

  static DateContext dates(HtmlPage page, String language) {
    Set<ZoneOffset> offsets = new HashSet<>();
    page.head().metas().values().forEach(values -> values.forEach(v -> offset(v, offsets)));
    for (LinkedData.Node node : page.linkedData().nodes()) {
      offset(node.text("datePublished"), offsets);
      offset(node.text("dateModified"), offsets);
    }
    String country = page.country();
    if (country.isEmpty()) {
      String region = Locale.forLanguageTag(language).getCountry().toLowerCase(Locale.ROOT);
      country = region.length() == 2 && !region.equals("us") ? region : "";
    }
    boolean byLanguage = country.isEmpty();
    if (byLanguage) {
      country = COUNTRIES.getOrDefault(LanguageTags.primary(language), "");
    }
    return DateContext.of(
            LanguageTags.primary(language),
            country,
            offsets,
            page.source().at().plus(DateContext.AHEAD),
            AddressDate.of(page.url()).map(AddressDate.Found::day).orElse(null))
        .known(page.statedLanguage().isEmpty(), byLanguage);
  }

  private static void offset(String value, Set<ZoneOffset> offsets) {
    if (value.indexOf(':') < 0) {
      return;
    }
    Matcher written = OFFSET.matcher(value);
    if (written.find()) {
      String sign = written.group(1) + ":" + written.group(2);
      if (!sign.endsWith("00:00") && Integer.parseInt(written.group(2)) < 60) {
        try {
          offsets.add(ZoneOffset.of(sign));
        } catch (java.time.DateTimeException e) {
          // No zone has such an offset: the page's own mistake tells nothing.
          return;
        }
      }
    }
  }

  /**
   * What the page states: what it declares, but for a language that is not written in the text's
   * script (a template's default); empty where it states none.
   */
  static String stated(String declared, List<Passage> passages) {
    boolean told =
        !declared.isEmpty() && !LanguageHint.contradicts(LanguageTags.primary(declared), passages);
    return told ? declared : "";
  }

  /** The language that more than half of a story is marked with; empty where none is. */
  public static String marked(List<Passage> story) {
    Map<String, Integer> lengths = new HashMap<>();
    int all = 0;
    for (Passage passage : story) {
      lengths.merge(LanguageTags.canonical(passage.lang()), passage.text().length(), Integer::sum);
      all += passage.text().length();
    }
    int half = all / 2;
    return lengths.entrySet().stream()
        .filter(tag -> tag.getValue() > half)
        .map(Map.Entry::getKey)
        .findAny()
        .orElse("");
  }

  /** The tag of an element where it is another language than the page's; empty otherwise. */
  public static String differing(String tag, String page) {
    boolean other = !page.isEmpty() && !LanguageTags.sameLanguage(tag.strip(), page);
    return other ? LanguageTags.canonical(tag) : "";
  }
}
