package stet.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.LiveBlog;
import stet.article.Notice;
import stet.capture.EnumId;
import stet.timeline.SeenVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Versions, and what they say. */
final class VersionJson {
  private VersionJson() {}

  /** A version with all that it says. */
  static ObjectNode of(SeenVersion seen) {
    return of(seen, VersionJson::block, VersionJson::notice);
  }

  /**
   * A version with all that it says.
   *
   * @param block what stands in the body for a block
   * @param notice what stands for a notice
   */
  static ObjectNode of(
      SeenVersion seen, Function<Block, JsonNode> block, Function<Notice, JsonNode> notice) {
    ObjectNode out = sighting(Parts.object(), seen);
    out.set("state", state(seen.state(), block, notice));
    return out;
  }

  /** When a version was seen, and the capture that proves it. */
  static ObjectNode sighting(ObjectNode out, SeenVersion seen) {
    out.put("version", seen.number())
        .put("first_seen", seen.first().at().toString())
        .put("last_seen", seen.lastSeen().toString())
        .put("checks", seen.checks())
        .put("perhaps_cut_off", seen.cut());
    out.set("capture", Parts.capture(seen.first()));
    return out;
  }

  static ObjectNode state(ArticleVersion v) {
    return state(v, VersionJson::block, VersionJson::notice);
  }

  private static ObjectNode state(
      ArticleVersion v, Function<Block, JsonNode> block, Function<Notice, JsonNode> notice) {
    ObjectNode out =
        Parts.object()
            .put("digest", ArticleDigest.compared(v))
            .put("headline", v.headline())
            .put("dek", v.dek())
            .put("byline", v.byline().printed())
            .put("dateline", v.dateline())
            .put("section", v.section())
            .put("language", v.language())
            .put("language_guessed", v.isLanguageGuessed())
            .put("canonical_uri", v.canonicalUrl())
            .put("extractor", v.extractor());
    out.set("authors", Parts.texts(v.byline().authors()));
    out.set("dates", Parts.list(v.dates(), Parts::date));
    out.set("body", Parts.list(v.body(), block));
    out.set(
        "captions",
        Parts.list(
            v.captions(), c -> Parts.object().put("text", c.text()).put("credit", c.credit())));
    out.set(
        "images",
        Parts.list(v.images(), i -> Parts.object().put("uri", i.url()).put("alt", i.alt())));
    out.set("notices", Parts.list(v.notices(), notice));
    out.set("live_blog", liveBlog(v.liveBlog()));
    return out;
  }

  static ObjectNode block(Block block) {
    ObjectNode out = Parts.object().put("kind", kind(block));
    if (block instanceof Block.Subhead subhead) {
      out.put("level", subhead.level());
    } else if (block instanceof Block.ListItem item) {
      out.put("level", item.depth());
    } else {
      out.putNull("level");
    }
    return out.put("language", block.lang()).put("text", block.text());
  }

  private static String kind(Block block) {
    if (block instanceof Block.Subhead) {
      return "subhead";
    } else if (block instanceof Block.ListItem item) {
      return item.ordered() ? "numbered-item" : "list-item";
    }
    if (block instanceof Block.TableRow) {
      return "table-row";
    }
    return block instanceof Block.Quote ? "quote" : "paragraph";
  }

  static ObjectNode notice(Notice notice) {
    ObjectNode out =
        Parts.object().put("kind", EnumId.of(notice.kind())).put("text", notice.text());
    out.set("date", Parts.dateOrNull(notice.date()));
    return out;
  }

  private static @Nullable ObjectNode liveBlog(@Nullable LiveBlog blog) {
    if (blog == null) {
      return null;
    }
    ObjectNode out = Parts.object();
    out.set("posts", Parts.list(blog.posts(), VersionJson::post));
    return out.put("more", blog.more());
  }

  private static ObjectNode post(LiveBlog.Post post) {
    ObjectNode out = Parts.object();
    out.set("date", Parts.dateOrNull(post.time()));
    return out.put("headline", post.headline())
        .put("first_block", post.first())
        .put("last_block", post.first() + post.count() - 1);
  }
}
