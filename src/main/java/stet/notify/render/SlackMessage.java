package stet.notify.render;

import java.util.List;
import stet.notify.Change.Mark;
import stet.notify.Message;
import stet.text.Truncation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages as Slack's incoming webhooks take them (docs.slack.dev, “Block Kit: rich text block” and
 * “Formatting message text”). Words stand in rich text, whose elements Slack shows as they are: in
 * {@code mrkdwn} there is no way to write a star or a tilde that means nothing. Only the text of
 * the notification is {@code mrkdwn}, escaped.
 */
public final class SlackMessage {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int HEADER = 150;
  private static final int EXCERPT = 1_200;

  /** A message has at most 50 blocks; one is the header and two stand at the end. */
  private static final int MOST_ITEMS = 20;

  private SlackMessage() {}

  /** The body of the request. */
  public static String of(Message message) {
    Outline outline = Outline.of(message);
    ObjectNode out = JSON.createObjectNode();
    out.put("text", escaped(outline.heading()));
    out.put("unfurl_links", false).put("unfurl_media", false);
    ArrayNode blocks = out.putArray("blocks");
    plain(
        blocks.addObject().put("type", "header").putObject("text"),
        Truncation.shortened(outline.heading(), HEADER - 1));
    if (!outline.opening().isEmpty()) {
      text(section(rich(blocks)), outline.opening(), "bold");
    }
    List<Item> some = outline.items().subList(0, Math.min(MOST_ITEMS, outline.items().size()));
    some.forEach(item -> item(rich(blocks), item));
    int more = outline.items().size() - some.size();
    String omitted = more > 0 ? more + " more are not shown here. " : "";
    ArrayNode context = blocks.addObject().put("type", "context").putArray("elements");
    plain(
        context.addObject(),
        (omitted + outline.omitted() + " " + outline.reason() + "\n" + outline.foot()).strip());
    return JSON.writeValueAsString(out);
  }

  /** {@code mrkdwn} obeys these three characters, and nothing that they are part of works then. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void plain(ObjectNode into, String text) {
    into.put("type", "plain_text").put("text", text).put("emoji", false);
  }

  private static ArrayNode rich(ArrayNode blocks) {
    return blocks.addObject().put("type", "rich_text").putArray("elements");
  }

  private static ArrayNode section(ArrayNode elements) {
    return elements.addObject().put("type", "rich_text_section").putArray("elements");
  }

  private static void item(ArrayNode elements, Item item) {
    ArrayNode head = section(elements);
    line(head, item.lead(), "bold");
    line(head, item.sentence(), "");
    line(head, item.standing(), "bold");
    if (!item.excerpt().isEmpty()) {
      ArrayNode quote = elements.addObject().put("type", "rich_text_quote").putArray("elements");
      for (Mark mark : Excerpts.apart(Excerpts.fit(item.excerpt(), EXCERPT))) {
        text(
            quote,
            mark.text(),
            switch (mark.kind()) {
              case KEPT -> "";
              case REMOVED -> "strike";
              case ADDED -> "bold";
            });
      }
    }
    ArrayNode rest = section(elements);
    line(rest, item.amount(), "");
    line(rest, item.when().isEmpty() ? "" : "When: " + item.when() + ".", "");
    for (Item.Tagged label : item.labels()) {
      text(rest, label.name(), "bold");
      line(rest, label.meaning().isEmpty() ? " " : ": " + label.meaning(), "");
    }
    line(rest, lead("Not counted as an edit of the story: ", item.leftOut()), "");
    line(rest, lead("Words asked for: ", item.words()), "");
    for (Item.Also also : item.alike()) {
      text(rest, "The same edit: " + also.lead() + " ", "");
      link(rest, "page", also.uri());
    }
    link(rest, "All of the change", item.link());
    link(rest, "The article at the publisher", item.uri());
    // Slack takes no section without an element.
    text(rest, "\n", "");
  }

  private static String lead(String words, String text) {
    return text.isEmpty() ? "" : words + text;
  }

  private static void line(ArrayNode into, String text, String style) {
    if (!text.isEmpty()) {
      text(into, text, style);
      text(into, "\n", "");
    }
  }

  private static void text(ArrayNode into, String text, String style) {
    ObjectNode element = into.addObject().put("type", "text").put("text", text);
    if (!style.isEmpty()) {
      element.putObject("style").put(style, true);
    }
  }

  private static void link(ArrayNode into, String name, String uri) {
    if (!uri.isEmpty()) {
      into.addObject().put("type", "link").put("url", uri).put("text", name);
      text(into, "\n", "");
    }
  }
}
