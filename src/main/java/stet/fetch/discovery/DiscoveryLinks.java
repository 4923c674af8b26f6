package stet.fetch.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import stet.fetch.discovery.Discovery.Candidate;
import stet.fetch.discovery.Discovery.Child;
import stet.fetch.discovery.Discovery.Kind;
import stet.fetch.discovery.Discovery.Reach;
import stet.text.Truncation;

/**
 * The links of an HTML section page that look like stories, and the addresses of a plain list.
 *
 * <p>A link looks like a story when it stays on the site, lies outside the page's furniture, and
 * either its address says so (a date, a long number, a slug of several words) or its text is as
 * long as a headline. What a site does otherwise is told with include and exclude patterns.
 */
final class DiscoveryLinks {
  private static final Pattern DATED =
      Pattern.compile("/(?:19|20)\\d{2}[/-](?:0?[1-9]|1[0-2])(?:[/-]|$)");
  private static final Pattern NUMBERED = Pattern.compile("\\d{5,}");
  private static final Pattern SLUG = Pattern.compile("[^-_/]+(?:[-_][^-_/]+){3,}");
  private static final Pattern LISTING =
      Pattern.compile("/(?:tag|tags|topic|topics|category|categories|author|authors|search|page)/");
  private static final Set<String> FURNITURE = Set.of("nav", "footer", "form");
  private static final int HEADLINE_WORDS = 5;
  private static final int HEADLINE_LETTERS_WITHOUT_SPACES = 12;
  private static final int MAX_DEPTH = 256;
  private static final int MAX_TITLE = 1_000;

  private DiscoveryLinks() {}

  /** Reads a section page; never throws. */
  static Discovery page(DiscoveryText text, String uri) {
    Document page = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(text.text(), uri);
    Element stated = page.selectFirst("base[href]");
    String base = stated == null ? uri : DiscoveryAddress.base(uri, stated.attr("href"));
    Element html = page.selectFirst("html");
    String language = html == null ? "" : html.attr("lang").strip();
    Map<String, Candidate> found = new LinkedHashMap<>();
    for (Element link : page.select("a[href]")) {
      DiscoveryAddress.resolve(base, link.attr("href"))
          .filter(a -> sameSite(uri, a) && !furniture(link) && story(a, link.text()))
          .ifPresent(a -> found.merge(a, candidate(a, link, language), DiscoveryLinks::longer));
    }
    found.remove(uri);
    Reach reach = text.flaw().isEmpty() ? Reach.READ : Reach.PARTLY;
    List<Candidate> all = found.values().stream().limit(DiscoveryXml.MAX_ENTRIES).toList();
    return new Discovery(
        Kind.SECTION_PAGE,
        reach,
        text.flaw(),
        page.title().strip(),
        all,
        feeds(page, base),
        HubLinks.ofPage(page, base));
  }

  /** Reads a plain list of addresses; never throws. */
  static Discovery list(DiscoveryText text, String uri) {
    Set<String> found = new LinkedHashSet<>();
    int unusable = 0;
    for (String line : (Iterable<String>) text.text().lines()::iterator) {
      var address = DiscoveryAddress.resolve("", line);
      address.ifPresent(found::add);
      unusable += address.isEmpty() && !line.isBlank() ? 1 : 0;
      if (found.size() >= DiscoveryXml.MAX_ENTRIES) {
        break;
      }
    }
    String reason =
        !text.flaw().isEmpty() || unusable == 0
            ? text.flaw()
            : unusable + " lines are no addresses";
    List<Candidate> all = new ArrayList<>();
    found.forEach(a -> all.add(new Candidate(a, "", "", List.of())));
    Reach reach = reason.isEmpty() ? Reach.READ : Reach.PARTLY;
    return new Discovery(Kind.ADDRESS_LIST, reach, reason, "", all, List.of());
  }

  private static List<Child> feeds(Document page, String base) {
    Map<String, Child> feeds = new LinkedHashMap<>();
    for (Element link : page.select("link[rel~=(?i)alternate][href]")) {
      String type = link.attr("type").toLowerCase(Locale.ROOT);
      if (type.contains("rss") || type.contains("atom") || type.contains("feed+json")) {
        DiscoveryAddress.resolve(base, link.attr("href"))
            .ifPresent(a -> feeds.put(a, new Child(a, List.of())));
      }
    }
    return List.copyOf(feeds.values());
  }

  private static Candidate candidate(String address, Element link, String language) {
    String title = Truncation.head(link.text().strip(), MAX_TITLE);
    return new Candidate(address, title, language, List.of());
  }

  /** A story is often linked twice, by its picture and by its headline. */
  private static Candidate longer(Candidate a, Candidate b) {
    return b.title().length() > a.title().length() ? b : a;
  }

  private static boolean sameSite(String page, String link) {
    return site(link).equals(site(page));
  }

  private static String site(String uri) {
    int from = uri.indexOf("://") + 3;
    int to = from;
    while (to < uri.length() && "/?#".indexOf(uri.charAt(to)) < 0) {
      to++;
    }
    String host = uri.substring(from, to).toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static boolean furniture(Element link) {
    for (Element e = link.parent(); e != null; e = e.parent()) {
      if (FURNITURE.contains(e.normalName())) {
        return true;
      }
    }
    return false;
  }

  static boolean story(String address, String text) {
    int slash = address.indexOf('/', address.indexOf("://") + 3);
    String path = slash < 0 ? "" : address.substring(slash).replaceFirst("[?].*", "");
    if (path.length() < 2 || LISTING.matcher(path).find()) {
      return false;
    }
    String last = path.replaceFirst("/+$", "").replaceFirst(".*/", "");
    return DATED.matcher(path).find()
        || NUMBERED.matcher(address.substring(slash)).find()
        || SLUG.matcher(last).matches()
        || headline(text);
  }

  private static boolean headline(String text) {
    String[] words = text.strip().split("\\s+", HEADLINE_WORDS + 1);
    boolean unspaced = text.codePoints().anyMatch(Character::isIdeographic);
    return words.length >= HEADLINE_WORDS
        || unspaced && text.codePointCount(0, text.length()) >= HEADLINE_LETTERS_WITHOUT_SPACES;
  }
}
