package stet.fetch.discovery;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;
import stet.fetch.discovery.Discovery.Candidate;
import stet.fetch.discovery.Discovery.Child;
import stet.fetch.discovery.Discovery.Kind;
import stet.fetch.discovery.Discovery.Reach;

/**
 * Feeds and sitemaps in XML. The entries are read one by one by a parser that puts up with
 * anything; whether the list is well-formed is told apart from that, by a strict parser. Neither
 * knows document type definitions: they are cut out before, so that no entity is ever expanded and
 * nothing outside is ever looked at.
 */
final class DiscoveryXml {
  /** As many as the sitemap protocol allows in one file. */
  static final int MAX_ENTRIES = 50_000;

  /** So many elements are enough for that many entries, each with twenty fields. */
  private static final int MAX_ELEMENTS = 20 * MAX_ENTRIES;

  /** Deeper than any list; it bounds the work that unbalanced tags can cause. */
  private static final int MAX_DEPTH = 64;

  /** So many nodes round the entries are kept: a title, a channel, a language. */
  private static final int MAX_AROUND = 64;

  /** An entry left open holds the next ones; among so many nodes they are no entries any more. */
  private static final int MAX_NESTED = 1_000;

  private static final Set<String> ENTRIES = Set.of("item", "entry", "url", "sitemap");

  private static final Map<String, Kind> ROOTS =
      Map.of(
          "rss", Kind.RSS,
          "rdf", Kind.RSS,
          "channel", Kind.RSS,
          "feed", Kind.ATOM,
          "urlset", Kind.SITEMAP,
          "sitemapindex", Kind.SITEMAP_INDEX);

  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final Map<String, Child> children = new LinkedHashMap<>();
  private final String uri;
  private Kind kind = Kind.UNKNOWN;
  private String root = "";
  private String title = "";
  private HubLinks hubs = HubLinks.NONE;
  private int entries;
  private boolean tooMany;

  private DiscoveryXml(String uri) {
    this.uri = uri;
  }

  /** Reads a list; never throws. */
  static Discovery read(DiscoveryText text, String uri) {
    String plain = withoutDoctype(text.text());
    String illFormed = illFormed(plain);
    DiscoveryXml reader = new DiscoveryXml(uri);
    String failed = reader.walk(illFormed.isEmpty() ? plain : escapeLoose(plain));
    if (reader.kind == Kind.UNKNOWN && reader.candidates.isEmpty()) {
      String what = reader.root.isEmpty() ? "it holds no element" : "its root is '" + reader.root;
      return Discovery.refused(
          Kind.UNKNOWN, "neither feed nor sitemap: " + what + (reader.root.isEmpty() ? "" : "'"));
    }
    String reason =
        List.of(
                text.flaw(),
                failed,
                reader.tooMany ? "too long; the rest was not read" : "",
                illFormed)
            .stream()
            .filter(s -> !s.isEmpty())
            .findFirst()
            .orElse(reader.kind == Kind.UNKNOWN ? "its root is '" + reader.root + "'" : "");
    return new Discovery(
        reader.kind == Kind.UNKNOWN ? Kind.RSS : reader.kind,
        reason.isEmpty() ? Reach.READ : Reach.PARTLY,
        reason,
        reader.title,
        List.copyOf(reader.candidates.values()),
        List.copyOf(reader.children.values()),
        reader.hubs);
  }

  private String walk(String text) {
    try (StreamParser parser = new StreamParser(Parser.xmlParser().setMaxDepth(MAX_DEPTH))) {
      Iterator<Element> elements = parser.parse(new StringReader(text), uri).iterator();
      Element document = null;
      for (int n = 0; elements.hasNext() && !tooMany; n++) {
        Element next = elements.next();
        document = document == null ? next.root() : document;
        take(next);
        tooMany |= n >= MAX_ELEMENTS;
      }
      finish(document);
      return "";
    } catch (RuntimeException e) {
      // A bug in the parser must not become ours: what was read so far is kept.
      return "the parser gave up: " + e.getClass().getSimpleName();
    }
  }

  private void take(Element element) {
    if (root.isEmpty()) {
      Element top = element.root().firstElementChild();
      Element first = top == null ? element : top;
      root = first.tag().localName();
      kind = ROOTS.getOrDefault(root.toLowerCase(Locale.ROOT), Kind.UNKNOWN);
    }
    String name = element.tag().localName().toLowerCase(Locale.ROOT);
    Element parent = element.parent();
    int beside = parent == null ? 0 : parent.childNodeSize();
    if (beside > MAX_NESTED && ENTRIES.contains(name) && inEntry(parent)) {
      tooMany = true;
      return;
    }
    switch (name) {
      case "item", "entry" -> FeedEntry.read(element, uri, kind).ifPresent(this::add);
      case "url" -> sitemapEntry(element);
      case "sitemap" -> SitemapEntry.child(element, uri).ifPresent(c -> children.put(c.uri(), c));
      default -> {
        if (name.equals("link") && !inEntry(parent)) {
          hubs = FeedEntry.hub(element, uri, hubs);
        }
        if (beside > MAX_AROUND && !inEntry(parent)) {
          letGo(element);
        }
        return;
      }
    }
    letGo(element);
    tooMany = ++entries >= MAX_ENTRIES;
  }

  private static boolean inEntry(@Nullable Element element) {
    for (Element e = element; e != null; e = e.parent()) {
      if (ENTRIES.contains(e.tag().localName().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes what has been read out of the tree, with the text before it: the tree never holds more
   * than one entry, and looking at an entry's siblings costs the same for the last as for the
   * first.
   */
  private static void letGo(Element element) {
    if (element.parent() == null || element.parent() instanceof Document) {
      element.empty();
      return;
    }
    Node before = element.previousSibling();
    while (before != null && !(before instanceof Element)) {
      before.remove();
      before = element.previousSibling();
    }
    element.remove();
  }

  private void sitemapEntry(Element element) {
    if (kind != Kind.SITEMAP && kind != Kind.NEWS_SITEMAP) {
      return;
    }
    if (SitemapEntry.isNews(element)) {
      kind = Kind.NEWS_SITEMAP;
    }
    SitemapEntry.read(element, uri).ifPresent(this::add);
  }

  private void add(Candidate candidate) {
    candidates.putIfAbsent(candidate.uri(), candidate);
  }

  private void finish(@Nullable Element document) {
    Element top = document == null ? null : document.firstElementChild();
    if (top != null) {
      title = FeedEntry.feedTitle(top);
    }
  }

  /** Why it is not well-formed XML, in a few words; empty when it is. */
  static String illFormed(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.ENTITY_REFERENCE) {
          return "the entity '" + reader.getLocalName() + "' is left as it stands";
        }
      }
      return "";
    } catch (XMLStreamException e) {
      var at = e.getLocation();
      return at == null || at.getLineNumber() < 1
          ? "not well-formed"
          : "not well-formed at line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    } catch (RuntimeException e) {
      return "not well-formed";
    }
  }

  /** Cuts the document type declaration out, with its internal subset. */
  static String withoutDoctype(String text) {
    int from = beforeFirstElement(text);
    if (from < 0 || !text.regionMatches(true, from, "<!doctype", 0, 9)) {
      return text;
    }
    int depth = 0;
    char quote = 0;
    for (int i = from + 2; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (text.startsWith("<!--", i)) {
        int end = text.indexOf("-->", i);
        i = end < 0 ? text.length() : end + 2;
      } else if (c == '<') {
        depth++;
      } else if (c == '>' && depth-- == 0) {
        return text.substring(0, from) + text.substring(i + 1);
      }
    }
    return text.substring(0, from);
  }

  /** Where the first element or a document type declaration begins, whichever is first, or -1. */
  private static int beforeFirstElement(String text) {
    int i = text.indexOf('<');
    while (i >= 0 && i + 1 < text.length()) {
      if (text.startsWith("<!--", i)) {
        i = text.indexOf("-->", i);
      } else if (Character.isLetter(text.charAt(i + 1)) || text.charAt(i + 1) == '!') {
        return i;
      }
      i = i < 0 ? i : text.indexOf('<', i + 1);
    }
    return -1;
  }

  /**
   * Escapes ampersands that begin no reference, outside CDATA and comments. The tolerant parser
   * reads {@code ?a=1&section=2} as HTML does, where {@code &sect} is a sign.
   */
  static String escapeLoose(String text) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    int i = 0;
    while (i < text.length()) {
      String end =
          text.startsWith("<![CDATA[", i) ? "]]>" : text.startsWith("<!--", i) ? "-->" : "";
      if (!end.isEmpty()) {
        int to = text.indexOf(end, i);
        int stop = to < 0 ? text.length() : to + end.length();
        out.append(text, i, stop);
        i = stop;
      } else {
        out.append(text.charAt(i));
        if (text.charAt(i) == '&' && !reference(text, i + 1)) {
          out.append("amp;");
        }
        i++;
      }
    }
    return out.toString();
  }

  private static boolean reference(String text, int from) {
    int i = from;
    while (i < text.length() && i < from + 32) {
      char c = text.charAt(i);
      if (c == ';') {
        return i > from;
      } else if (!(Character.isLetterOrDigit(c) || c == '#' && i == from)) {
        return false;
      }
      i++;
    }
    return false;
  }

  /** The languages and bases that the ancestors of an element state, innermost last. */
  static List<String> stated(Element element, String attribute) {
    List<String> values = new ArrayList<>();
    for (Element e = element; e != null; e = e.parent()) {
      String value = e.attr(attribute).strip();
      if (!value.isEmpty()) {
        values.add(0, value);
      }
    }
    return values;
  }
}
