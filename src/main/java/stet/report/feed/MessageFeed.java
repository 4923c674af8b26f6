package stet.report.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import stet.report.page.Shown;
import stet.text.time.HttpDate;

/**
 * A feed of messages to people, beside the pages of a site: RSS 2.0 (rssboard.org), Atom and JSON
 * Feed.
 *
 * @param id a URN
 * @param base the site's address with a slash at its end, empty where it has none
 * @param hub address of a hub (WebSub) that is told of changes; empty for none
 * @param folder the feed's folder, seen from the site's first folder, with a slash at its end
 * @param items the newest first; never empty
 */
public record MessageFeed(
    String id,
    String title,
    String producer,
    String base,
    String hub,
    String folder,
    List<Item> items) {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  public MessageFeed {
    items = List.copyOf(items);
  }

  /**
   * A message.
   *
   * @param id a URN
   * @param link where it leads, http or https; empty for nowhere
   * @param title in one line
   * @param summary in plain text
   * @param html the same as HTML
   * @param language BCP 47 tag, empty when unknown
   * @param at when it was composed
   */
  public record Item(
      String id,
      String link,
      String title,
      String summary,
      String html,
      String language,
      Instant at) {}

  /**
   * The feed in Atom.
   *
   * @param self name of its file
   */
  public byte[] atom(String self) {
    return feed().atom(self);
  }

  /** The feed as JSON Feed. */
  public byte[] json(String self) {
    return feed().json(self);
  }

  private Feed feed() {
    List<FeedEntry> entries = new ArrayList<>();
    for (Item item : items) {
      entries.add(
          new FeedEntry(
              item.id(),
              "",
              item.link(),
              item.title(),
              item.summary(),
              item.html(),
              item.language(),
              item.at()));
    }
    return new Feed(
        id, title, producer, base, hub, folder, "../index.html", items.get(0).at(), entries);
  }

  /** The feed in RSS. */
  public byte[] rss(String self) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("rss");
      xml.writeAttribute("version", "2.0");
      xml.writeNamespace("atom", ATOM);
      xml.writeStartElement("channel");
      element(xml, "title", title);
      element(xml, "link", feed().here("../index.html"));
      element(xml, "description", title);
      element(xml, "generator", producer);
      element(xml, "lastBuildDate", HttpDate.format(items.get(0).at()));
      xml.writeEmptyElement("atom", "link", ATOM);
      xml.writeAttribute("rel", "self");
      xml.writeAttribute("type", "application/rss+xml");
      xml.writeAttribute("href", feed().here(self));
      if (!feed().hub().isEmpty()) {
        xml.writeEmptyElement("atom", "link", ATOM);
        xml.writeAttribute("rel", "hub");
        xml.writeAttribute("href", hub);
      }
      for (Item item : items) {
        item(xml, item);
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static void item(XMLStreamWriter xml, Item item) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("item");
    element(xml, "title", item.title());
    if (!item.link().isEmpty()) {
      element(xml, "link", item.link());
    }
    xml.writeStartElement("guid");
    xml.writeAttribute("isPermaLink", "false");
    xml.writeCharacters(item.id());
    xml.writeEndElement();
    element(xml, "pubDate", HttpDate.format(item.at()));
    element(xml, "description", item.html());
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(Shown.text(text));
    xml.writeEndElement();
  }

  /**
   * The messages of a feed that was written as JSON Feed, in its order.
   *
   * @throws IOException when it is none
   */
  public static List<Item> read(byte[] json) throws IOException {
    List<Item> items = new ArrayList<>();
    for (FeedEntry entry : Feed.read(json, "", url -> url.startsWith("http") ? url : "")) {
      items.add(
          new Item(
              entry.id(),
              entry.page(),
              entry.title(),
              entry.summary(),
              entry.html(),
              entry.language(),
              entry.at()));
    }
    return items;
  }
}
