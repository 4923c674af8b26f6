package stet.extract.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import stet.extract.Page;
import stet.extract.SiteRule;
import stet.extract.SiteRules;

/** A parsed page with the readings that several finders share. */
public final class HtmlPage {
  /** Elements nested deeper than this are laid flat by the parser. */
  private static final int MAX_DEPTH = 400;

  private static final Set<String> GENERIC_ENDINGS =
      Set.of("com", "org", "net", "info", "news", "eu", "tv", "co", "io", "me", "ai", "fm", "cc");

  private final Page source;
  private final Document document;
  private final ElementIndex elements;
  private final @Nullable SiteRule rule;
  private final PageHead head;
  private final LinkedData linkedData;
  private final List<Passage> passages;
  private final String statedLanguage;
  private final String language;
  private final DateContext dates;
  private @Nullable String host;

  private HtmlPage(Page source, Document document, @Nullable SiteRule rule) {
    this.rule = rule;
    this.source = source;
    this.document = document;
    this.elements = ElementIndex.of(document);
    this.head = new PageHead(elements);
    if (document.baseUri().isEmpty() && !head.canonical().isEmpty()) {
      document.setBaseUri(head.canonical());
    }
    this.linkedData = LinkedData.of(elements.scripts());
    this.passages = Passages.of(document.body());
    this.statedLanguage = Languages.stated(Languages.declared(document, head), passages);
    this.language = statedLanguage.isEmpty() ? LanguageHint.of(passages) : statedLanguage;
    this.dates = Languages.dates(this, language);
  }

  public static HtmlPage parse(Page source, String html) {
    return parse(source, html, SiteRules.none());
  }

  public static HtmlPage parse(Page source, String html, SiteRules rules) {
    Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    String base = source.uri().startsWith("http") ? source.uri() : "";
    Document document = Jsoup.parse(html, base, parser);
    SiteRule rule = rules.of(host(base));
    if (rule != null) {
      rule.clear(document);
    }
    return new HtmlPage(source, document, rule);
  }

  public Page source() {
    return source;
  }

  public Document document() {
    return document;
  }

  public Element body() {
    return document.body();
  }

  public PageHead head() {
    return head;
  }

  public LinkedData linkedData() {
    return linkedData;
  }

  /**
   * The beginning of the passages' text.
   *
   * @param begun of passages behind so many characters nothing is told
   */
  public String text(int begun) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < passages.size() && text.length() < begun; i++) {
      text.append(passages.get(i).text()).append('\n');
    }
    return text.toString();
  }

  public List<Passage> passages() {
    return passages;
  }

  /** What the user says about pages of this site, null where nothing. */
  public @Nullable SiteRule rule() {
    return rule;
  }

  public ElementIndex elements() {
    return elements;
  }

  /**
   * In which language the page is read: as it states, else as its small words hint. It decides
   * which words are looked for and is never handed on.
   */
  public String language() {
    return language;
  }

  /** BCP 47 tag that the page states; empty where it states none. */
  public String statedLanguage() {
    return statedLanguage;
  }

  public DateContext dates() {
    return dates;
  }

  /** The page's address: as captured, else as the page gives it; empty when neither is http. */
  public String url() {
    return source.uri().startsWith("http") ? source.uri() : head.canonical();
  }

  /** The country of the site by its address's ending, empty for generic endings. */
  public String country() {
    String host = host();
    String ending = host.substring(host.lastIndexOf('.') + 1);
    if (ending.equals("uk")) {
      return "gb";
    }
    return ending.length() == 2 && !GENERIC_ENDINGS.contains(ending) ? ending : "";
  }

  /** The host of the page's address, empty where it has none. */
  public String host() {
    String known = host;
    if (known == null) {
      known = host(url());
      host = known;
    }
    return known;
  }

  public static String host(String url) {
    try {
      String host = new URI(url).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
