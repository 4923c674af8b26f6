package stet.notify.channel;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import stet.notify.Message;
import stet.notify.render.ShortPost;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as a record of a post (docs.bsky.app, “Posts”, “Rich text facets”): 300 graphemes;
 * links are facets with places in the text's UTF-8.
 */
final class BlueskyPost {
  static final String COLLECTION = "app.bsky.feed.post";
  private static final int LONGEST = 300;
  private static final String KEY_SIGNS = "234567abcdefghijklmnopqrstuvwxyz";

  private BlueskyPost() {}

  /**
   * @param picture null for none
   * @param blob what the server gave for the picture; null for none
   */
  static ObjectNode of(
      Message message, BlueskyThread thread, @Nullable Picture picture, @Nullable JsonNode blob) {
    ShortPost post = ShortPost.withFacets(message, LONGEST);
    ObjectNode record = JsonMapper.shared().createObjectNode();
    record
        .put("$type", COLLECTION)
        .put("text", post.text())
        .put("createdAt", message.at().truncatedTo(ChronoUnit.MILLIS).toString())
        .putArray("langs")
        .add("en");
    var facets = record.putArray("facets");
    for (ShortPost.Link link : post.links()) {
      ObjectNode facet = facets.addObject();
      facet.putObject("index").put("byteStart", link.start()).put("byteEnd", link.end());
      facet
          .putArray("features")
          .addObject()
          .put("$type", "app.bsky.richtext.facet#link")
          .put("uri", link.uri());
    }
    if (thread.root() != null && thread.parent() != null) {
      ObjectNode reply = record.putObject("reply");
      reply.set("root", thread.root().json());
      reply.set("parent", thread.parent().json());
    }
    if (picture != null && blob != null) {
      ObjectNode embed = record.putObject("embed").put("$type", "app.bsky.embed.images");
      ObjectNode image = embed.putArray("images").addObject().put("alt", picture.alt());
      image.set("image", blob);
      image.putObject("aspectRatio").put("width", Picture.WIDTH).put("height", Picture.HEIGHT);
    }
    return record;
  }

  /**
   * The key of the record, which must be a TID (atproto.com, “TID”): microseconds since 1970 and
   * ten bits that tell clocks apart. Both are made of the message alone, so each try has the same.
   */
  static String key(Message message) {
    long salt = Long.parseLong(message.id().substring(0, 8), 16);
    long micros = message.at().toEpochMilli() * 1_000 + salt % 1_000;
    long tid = (micros & 0x1fffffffffffffL) << 10 | (salt >> 10 & 0x3ff);
    StringBuilder key = new StringBuilder(13);
    for (int shift = 60; shift >= 0; shift -= 5) {
      key.append(KEY_SIGNS.charAt((int) (tid >> shift & 31)));
    }
    return key.toString();
  }
}
