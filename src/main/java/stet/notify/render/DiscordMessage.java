package stet.notify.render;

import java.util.List;
import stet.notify.Message;
import stet.text.Truncation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages as Discord's webhooks take them (discord.com/developers/docs, “Execute Webhook”, “Embed
 * limits”, “Allowed mentions object”).
 */
public final class DiscordMessage {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int CONTENT = 2_000;
  private static final int ALL_EMBEDS = 6_000;
  private static final int MOST_EMBEDS = 10;

  private DiscordMessage() {}

  /** The body of the request. */
  public static String of(Message message) {
    Outline outline = Outline.of(message);
    ObjectNode out = JSON.createObjectNode();
    ArrayNode embeds = JSON.createArrayNode();
    String foot = Truncation.shortened(outline.reason() + "\n" + outline.foot(), 1_000);
    List<Item> items = outline.items();
    List<Item> some = items.subList(0, Math.min(items.size(), MOST_EMBEDS - 1));
    for (String text : Markdown.DISCORD.items(some, ALL_EMBEDS - foot.length() - 100)) {
      embeds.addObject().put("description", text.strip());
    }
    int more = items.size() - embeds.size();
    String omitted = more > 0 ? more + " more are not shown here. " : "";
    embeds
        .addObject()
        .put("description", omitted + (outline.omitted().isEmpty() ? "\u2060" : outline.omitted()))
        .putObject("footer")
        .put("text", foot);
    String opening = outline.opening().isEmpty() ? "" : "\n" + outline.opening();
    out.put("content", "**" + Markdown.DISCORD.heading(message) + "**" + opening);
    if (out.path("content").asString().length() > CONTENT) {
      out.put("content", opening.strip());
    }
    out.set("embeds", embeds);
    out.putObject("allowed_mentions").putArray("parse");
    return JSON.writeValueAsString(out);
  }
}
