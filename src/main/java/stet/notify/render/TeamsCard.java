package stet.notify.render;

import java.nio.charset.StandardCharsets;
import java.util.List;
import stet.notify.Change.Mark;
import stet.notify.Message;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages as an Adaptive Card in the envelope that workflows of Teams take (learn.microsoft.com,
 * “Post a workflow when a webhook request is received”; adaptivecards.io 1.4). All words stand in
 * runs of rich text, which are shown as they are; a {@code TextBlock} would read Markdown.
 */
public final class TeamsCard {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int EXCERPT = 800;

  /** A post is 28 KB at the most. */
  private static final int MOST_BYTES = 27_000;

  private static final int MOST_LINKS = 6;

  private TeamsCard() {}

  /** The body of the request. */
  public static String of(Message message) {
    Outline outline = Outline.of(message);
    String body = "";
    for (int items = outline.items().size(); items >= 0; items = items * 3 / 4) {
      body = with(outline, outline.items().subList(0, items));
      if (body.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES || items == 0) {
        break;
      }
    }
    return body;
  }

  private static String with(Outline outline, List<Item> items) {
    ObjectNode out = JSON.createObjectNode().put("type", "message");
    ObjectNode attachment = out.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive").putNull("contentUrl");
    ObjectNode card =
        attachment
            .putObject("content")
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("type", "AdaptiveCard")
            .put("version", "1.4");
    card.putObject("msteams").put("width", "Full");
    ArrayNode body = card.putArray("body");
    run(block(body), outline.heading()).put("weight", "Bolder").put("size", "Large");
    bold(body, outline.opening());
    ArrayNode actions = JSON.createArrayNode();
    for (Item item : items) {
      item(body, item);
      action(actions, "All of the change", item.link());
      action(actions, "The article at the publisher", item.uri());
    }
    int more = outline.items().size() - items.size();
    soft(body, more > 0 ? more + " more are not shown here." : "");
    soft(body, outline.omitted());
    soft(body, outline.reason());
    soft(body, outline.foot());
    if (!actions.isEmpty()) {
      card.set("actions", actions);
    }
    return JSON.writeValueAsString(out);
  }

  private static void item(ArrayNode body, Item item) {
    if (!item.lead().isEmpty()) {
      ArrayNode lead = block(body);
      ((ObjectNode) body.get(body.size() - 1)).put("separator", true);
      run(lead, item.lead()).put("weight", "Bolder");
    }
    if (!item.sentence().isEmpty()) {
      run(block(body), item.sentence());
    }
    bold(body, item.standing());
    if (!item.excerpt().isEmpty()) {
      ArrayNode words = block(body);
      for (Mark mark : Excerpts.apart(Excerpts.fit(item.excerpt(), EXCERPT))) {
        ObjectNode run = run(words, mark.text());
        switch (mark.kind()) {
          case KEPT -> {}
          case REMOVED -> run.put("strikethrough", true);
          case ADDED -> run.put("weight", "Bolder").put("underline", true);
        }
      }
    }
    soft(body, item.amount());
    soft(body, lead("When: ", item.when()));
    for (Item.Tagged label : item.labels()) {
      ArrayNode runs = block(body);
      run(runs, label.name()).put("weight", "Bolder");
      if (!label.meaning().isEmpty()) {
        run(runs, ": " + label.meaning());
      }
    }
    soft(body, lead("Not counted as an edit of the story: ", item.leftOut()));
    soft(body, lead("Words asked for: ", item.words()));
    item.alike().forEach(also -> soft(body, "The same edit: " + also.lead()));
  }

  private static String lead(String words, String text) {
    return text.isEmpty() ? "" : words + text;
  }

  private static ArrayNode block(ArrayNode body) {
    return body.addObject().put("type", "RichTextBlock").putArray("inlines");
  }

  private static ObjectNode run(ArrayNode inlines, String text) {
    return inlines.addObject().put("type", "TextRun").put("text", text);
  }

  private static void bold(ArrayNode body, String text) {
    if (!text.isEmpty()) {
      run(block(body), text).put("weight", "Bolder");
    }
  }

  private static void soft(ArrayNode body, String text) {
    if (!text.isEmpty()) {
      run(block(body), text).put("isSubtle", true);
    }
  }

  private static void action(ArrayNode actions, String title, String uri) {
    if (!uri.isEmpty() && actions.size() < MOST_LINKS) {
      actions.addObject().put("type", "Action.OpenUrl").put("title", title).put("url", uri);
    }
  }
}
