package stet.notify.channel;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The posts that one answers to ({@code app.bsky.feed.post#replyRef}).
 *
 * @param root the first of the thread; null where there is none
 * @param parent the latest; null where there is none
 */
record BlueskyThread(@Nullable Ref root, @Nullable Ref parent) {
  /**
   * A post ({@code com.atproto.repo.strongRef}).
   *
   * @param uri its {@code at://} address
   * @param cid digest of what it says
   */
  record Ref(String uri, String cid) {
    /** The post that an object names; null where it names none. */
    static @Nullable Ref of(JsonNode node) {
      return of(node.path("uri").asString(""), node.path("cid").asString(""));
    }

    private static @Nullable Ref of(String uri, String cid) {
      boolean sound =
          uri.matches("at://[A-Za-z0-9:._%/-]{1,500}") && cid.matches("[A-Za-z0-9]{1,200}");
      return sound ? new Ref(uri, cid) : null;
    }

    ObjectNode json() {
      return JsonMapper.shared().createObjectNode().put("uri", uri).put("cid", cid);
    }

    String text() {
      return uri + " " + cid;
    }
  }

  /**
   * @param left what the latest post left; empty for none
   */
  static BlueskyThread of(String left) {
    String[] parts = left.split(" ");
    Ref root = parts.length == 4 ? Ref.of(parts[0], parts[1]) : null;
    Ref parent = parts.length == 4 ? Ref.of(parts[2], parts[3]) : null;
    return root == null || parent == null
        ? new BlueskyThread(null, null)
        : new BlueskyThread(root, parent);
  }

  /** What the next post of the thread hands in. */
  String reference(Ref own) {
    return (root == null ? own : root).text() + " " + own.text();
  }
}
