package stet.fetch.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import stet.article.StatedDate;
import stet.article.StatedDate.Role;
import stet.fetch.discovery.Discovery.Candidate;
import stet.fetch.discovery.Discovery.Kind;
import stet.text.Truncation;

/** One item of an RSS feed or one entry of an Atom feed, in any of their dialects. */
final class FeedEntry {
  /** Module namespaces, by the prefix they usually carry. */
  private static final Map<String, String> MODULES =
      Map.of(
          "dc", "http://purl.org/dc/elements/",
          "dcterms", "http://purl.org/dc/terms/",
          "atom", "http://www.w3.org/2005/Atom",
          "feedburner", "http://rssnamespace.org/feedburner/",
          "news", "http://www.google.com/schemas/sitemap-news/");

  private static final Set<String> CORE =
      Set.of(
          "http://www.w3.org/2005/atom",
          "http://purl.org/atom/ns#",
          "http://purl.org/rss/1.0/",
          "http://my.netscape.com/rdf/simple/0.9/",
          "http://channel.netscape.com/rdf/simple/0.9/",
          "http://backend.userland.com/rss2");

  /** Where dates stand, and what they tell. */
  private record DateRule(Role role, String prefix, String name) {}

  private static final List<DateRule> DATES =
      List.of(
          new DateRule(Role.PUBLISHED, "", "published"),
          new DateRule(Role.PUBLISHED, "", "issued"),
          new DateRule(Role.PUBLISHED, "", "pubDate"),
          new DateRule(Role.PUBLISHED, "dc", "date"),
          new DateRule(Role.PUBLISHED, "dcterms", "issued"),
          new DateRule(Role.PUBLISHED, "", "created"),
          new DateRule(Role.PUBLISHED, "dcterms", "created"),
          new DateRule(Role.UPDATED, "", "updated"),
          new DateRule(Role.UPDATED, "", "modified"),
          new DateRule(Role.UPDATED, "atom", "updated"),
          new DateRule(Role.UPDATED, "dcterms", "modified"));

  private static final int MAX_TITLE = 1_000;

  /** Dates of one kind that are looked at in one entry; more than two have not been seen. */
  private static final int MAX_DATES = 50;

  private FeedEntry() {}

  /** The entry as a candidate; empty where it names no web page. */
  static Optional<Candidate> read(Element entry, String uri, Kind kind) {
    Optional<String> address = address(entry, uri);
    return address.map(a -> new Candidate(a, title(entry), language(entry), dates(entry, kind)));
  }

  private static Optional<String> address(Element entry, String uri) {
    return element(entry, "feedburner", "origLink")
        .flatMap(e -> resolve(e, uri, e.text()))
        .or(() -> linkElement(entry, uri))
        .or(() -> permalink(entry))
        .or(() -> resolve(entry, uri, entry.attr("rdf:about")))
        .or(() -> resolve(entry, uri, attribute(entry, "href")))
        .or(() -> element(entry, "", "content").flatMap(e -> resolve(e, uri, e.attr("src"))))
        .or(() -> element(entry, "", "id").flatMap(e -> absolute(e.text())))
        // Said not to be a permalink, but an address, and there is no other.
        .or(() -> element(entry, "", "guid").flatMap(e -> absolute(e.text())));
  }

  /** RSS writes the address as text, Atom in an attribute, and either is found in the other. */
  private static Optional<String> linkElement(Element entry, String uri) {
    List<Element> links = elements(entry, "", "link");
    links.addAll(elements(entry, "atom", "link"));
    for (Element link : links) {
      String rel = link.attr("rel").strip().toLowerCase(Locale.ROOT);
      boolean alternate = rel.isEmpty() || rel.equals("alternate") || rel.endsWith("/alternate");
      String written = attribute(link, "href");
      Optional<String> found =
          resolve(link, uri, written.isBlank() && !link.text().isBlank() ? link.text() : written);
      if (alternate && found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What a link of the feed itself adds to its hubs, in Atom or with its namespace. */
  static HubLinks hub(Element link, String uri, HubLinks before) {
    Element parent = link.parent();
    boolean atom =
        parent != null && (is(link, parent, "", "link") || is(link, parent, "atom", "link"));
    return atom
        ? before.and(attribute(link, "rel"), resolve(link, uri, attribute(link, "href")))
        : before;
  }

  private static Optional<String> permalink(Element entry) {
    return elements(entry, "", "guid").stream()
        .filter(g -> !g.attr("isPermaLink").strip().equalsIgnoreCase("false"))
        .findFirst()
        .flatMap(g -> absolute(g.text()));
  }

  private static Optional<String> absolute(String written) {
    return DiscoveryAddress.resolve("", written);
  }

  private static Optional<String> resolve(Element at, String uri, String written) {
    if (written.isBlank()) {
      return Optional.empty();
    }
    String base = uri;
    for (String stated : DiscoveryXml.stated(at, "xml:base")) {
      base = DiscoveryAddress.base(base, stated);
    }
    return DiscoveryAddress.resolve(base, written);
  }

  private static String title(Element entry) {
    return element(entry, "", "title")
        .or(() -> element(entry, "dc", "title"))
        .map(FeedEntry::plain)
        .orElse("");
  }

  /** The title of the feed that {@code root} is. */
  static String feedTitle(Element root) {
    return element(root, "", "title")
        .or(() -> element(root, "", "channel").flatMap(c -> element(c, "", "title")))
        .map(FeedEntry::plain)
        .orElse("");
  }

  /** Titles hold markup, escaped or not, more often than a formula that looks like it. */
  private static String plain(Element title) {
    String text = title.text();
    String shown =
        text.indexOf('<') >= 0 || text.indexOf('&') >= 0
            ? Jsoup.parse(Truncation.head(text, MAX_TITLE)).text()
            : text;
    return Truncation.head(shown.strip(), MAX_TITLE);
  }

  private static String language(Element entry) {
    List<String> stated = DiscoveryXml.stated(entry, "xml:lang");
    return element(entry, "dc", "language")
        .map(e -> e.text().strip())
        .filter(s -> !s.isEmpty())
        .or(() -> stated.isEmpty() ? Optional.empty() : Optional.of(stated.get(stated.size() - 1)))
        .or(() -> ofChannel(entry))
        .map(s -> s.length() > 40 ? "" : s)
        .orElse("");
  }

  /** In RSS 1.0 the channel stands beside its items, in all others around them. */
  private static Optional<String> ofChannel(Element entry) {
    Element parent = entry.parent();
    if (parent == null) {
      return Optional.empty();
    }
    Element channel = element(parent, "", "channel").orElse(parent);
    return element(channel, "", "language")
        .or(() -> element(channel, "dc", "language"))
        .map(e -> e.text().strip())
        .filter(s -> !s.isEmpty());
  }

  private static List<StatedDate> dates(Element entry, Kind kind) {
    List<StatedDate> dates = new ArrayList<>();
    String list = kind == Kind.ATOM ? "atom " : "rss ";
    for (DateRule rule : DATES) {
      List<Element> stated = elements(entry, rule.prefix, rule.name);
      for (Element e : stated.subList(0, Math.min(MAX_DATES, stated.size()))) {
        String evidence = list + (rule.prefix.isEmpty() ? "" : rule.prefix + ":") + rule.name;
        DiscoveryDates.read(rule.role, e.text(), evidence).ifPresent(dates::add);
      }
    }
    return dates;
  }

  static Optional<Element> element(Element parent, String prefix, String name) {
    return parent.children().stream().filter(e -> is(e, parent, prefix, name)).findFirst();
  }

  private static List<Element> elements(Element parent, String prefix, String name) {
    List<Element> found = new ArrayList<>();
    for (Element e : parent.children()) {
      if (is(e, parent, prefix, name)) {
        found.add(e);
      }
    }
    return found;
  }

  private static boolean is(Element e, Element parent, String prefix, String name) {
    if (!e.tag().localName().equalsIgnoreCase(name)) {
      return false;
    }
    String namespace = e.tag().namespace();
    String written = e.tag().prefix();
    if (prefix.isEmpty()) {
      return written.isEmpty()
          || written.equals(parent.tag().prefix())
          || CORE.contains(namespace.toLowerCase(Locale.ROOT));
    }
    // An undeclared prefix is ill-formed, and means what it usually means.
    return namespace.startsWith(MODULES.getOrDefault(prefix, prefix)) || written.equals(prefix);
  }

  private static String attribute(Element e, String name) {
    return e.attributes().hasKeyIgnoreCase(name) ? e.attributes().getIgnoreCase(name) : "";
  }
}
