package stet.report.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import stet.report.page.Shown;
import stet.text.SafeText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A feed of revisions: Atom (RFC 4287) and JSON Feed 1.1. Where the site is not published under any
 * known address, those in the feed are relative to the feed itself.
 *
 * @param id a URN
 * @param base the site's address with a slash at its end, empty where it has none
 * @param hub address of a hub that is told of changes; empty for none
 * @param folder the feed's folder, seen from the site's first folder
 * @param home the page that the feed belongs to, in the same folder
 * @param updated when the newest capture was made
 */
public record Feed(
    String id,
    String title,
    String producer,
    String base,
    String hub,
    String folder,
    String home,
    Instant updated,
    List<FeedEntry> entries) {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final ObjectMapper JSON = JsonMapper.shared();

  /** A hub can only be told of a feed that has an address. */
  public Feed {
    hub = base.isEmpty() ? "" : hub;
  }

  /** The address of a file in the feed's own folder, or, with {@code ../}, in the first. */
  public String here(String name) {
    if (base.isEmpty()) {
      return name;
    }
    return name.startsWith("../") ? base + name.substring(3) : base + folder + name;
  }

  private String page(FeedEntry entry) {
    if (entry.page().startsWith("http")) {
      return entry.page();
    }
    String up = "../".repeat((int) folder.chars().filter(c -> c == '/').count());
    return (base.isEmpty() ? up : base) + entry.article() + entry.page();
  }

  /**
   * The feed as Atom (RFC 4287), UTF-8.
   *
   * @param self name of the file
   */
  public byte[] atom(String self) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "id", id);
      element(xml, "title", title);
      element(xml, "updated", updated.toString());
      link(xml, "self", "application/atom+xml", here(self));
      if (!hub.isEmpty()) {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", "hub");
        xml.writeAttribute("href", hub);
      }
      link(xml, "alternate", "text/html", here(home));
      element(xml, "generator", producer);
      xml.writeStartElement("author");
      element(xml, "name", producer);
      xml.writeEndElement();
      for (FeedEntry entry : entries) {
        entry(xml, entry);
      }
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private void entry(XMLStreamWriter xml, FeedEntry entry) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("entry");
    element(xml, "id", entry.id());
    element(xml, "title", entry.title());
    element(xml, "updated", entry.at().toString());
    link(xml, "alternate", "text/html", page(entry));
    if (!entry.summary().isEmpty()) {
      element(xml, "summary", entry.summary());
    }
    xml.writeStartElement("content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(entry.html());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(Shown.text(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String type, String href)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", href);
  }

  /** The feed as JSON Feed. */
  public byte[] json(String self) {
    ObjectNode feed = JSON.createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", Shown.text(title));
    feed.put("home_page_url", here(home));
    if (!base.isEmpty()) {
      feed.put("feed_url", here(self));
    }
    if (!hub.isEmpty()) {
      feed.putArray("hubs").addObject().put("type", "WebSub").put("url", hub);
    }
    feed.putArray("authors").addObject().put("name", Shown.text(producer));
    var items = feed.putArray("items");
    for (FeedEntry entry : entries) {
      ObjectNode item = items.addObject();
      item.put("id", entry.id());
      item.put("url", page(entry));
      item.put("title", Shown.text(entry.title()));
      if (!entry.summary().isEmpty()) {
        item.put("summary", Shown.text(entry.summary()));
      }
      item.put("content_html", entry.html());
      item.put("date_published", entry.at().toString());
      if (!entry.language().isEmpty()) {
        item.put("language", entry.language());
      }
    }
    return SafeText.escaped(JSON.writeValueAsString(feed)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads back the entries of an article's own JSON Feed, by their ids.
   *
   * @param folder the article's folder
   * @throws IOException when it is none
   */
  public static Map<String, FeedEntry> entries(byte[] json, String folder) throws IOException {
    Map<String, FeedEntry> entries = new HashMap<>();
    for (FeedEntry entry : read(json, folder, url -> url.substring(url.lastIndexOf('/') + 1))) {
      entries.put(entry.id(), entry);
    }
    return entries;
  }

  /**
   * Reads back the entries of a JSON Feed, in its order.
   *
   * @param folder of the articles
   * @param page what an entry's address says of its page
   */
  static List<FeedEntry> read(byte[] json, String folder, UnaryOperator<String> page)
      throws IOException {
    List<FeedEntry> entries = new ArrayList<>();
    try {
      for (JsonNode item : JSON.readTree(json).path("items")) {
        entries.add(
            new FeedEntry(
                item.path("id").asString(),
                folder,
                page.apply(item.path("url").asString()),
                item.path("title").asString(),
                item.path("summary").asString(""),
                item.path("content_html").asString(),
                item.path("language").asString(""),
                Instant.parse(item.path("date_published").asString())));
      }
    } catch (JacksonException | DateTimeParseException e) {
      throw new IOException("'" + folder + "feed.json' cannot be read", e);
    }
    return entries;
  }
}
