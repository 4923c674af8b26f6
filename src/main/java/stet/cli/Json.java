package stet.cli;

import java.util.List;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.LiveBlog;
import stet.article.StatedDate;
import stet.capture.EnumId;
import stet.diff.Label;
import stet.diff.RevisionJson;
import stet.diff.judge.JudgedRevision;
import stet.diff.tell.Summary;
import stet.diff.tell.Telling;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;
import stet.timeline.Window;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that commands print; docs/COMMANDS.md describes it. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String pretty(ObjectNode node) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
  }

  static ObjectNode article(TrackedArticle article) {
    return object()
        .put("key", article.key())
        .put("uri", article.uri())
        .put("outlet", article.outlet());
  }

  static ObjectNode version(SeenVersion seen) {
    ObjectNode out =
        object()
            .put("number", seen.number())
            .put("first_seen", seen.first().at().toString())
            .put("last_seen", seen.lastSeen().toString())
            .put("checks", seen.checks());
    if (!seen.cut().isEmpty()) {
      out.put("perhaps_cut_off", seen.cut());
    }
    out.set(
        "capture",
        object()
            .put("source", seen.first().source())
            .put("payload", seen.first().digest())
            .put("warc_file", seen.first().warcFile())
            .put("warc_offset", seen.first().warcOffset()));
    out.set("state", state(seen.state()));
    return out;
  }

  static ObjectNode state(ArticleVersion v) {
    ObjectNode out =
        object()
            .put("digest", ArticleDigest.compared(v))
            .put("headline", v.headline())
            .put("dek", v.dek())
            .put("byline", v.byline().printed())
            .put("dateline", v.dateline())
            .put("section", v.section())
            .put("language", v.language())
            .put("canonical_url", v.canonicalUrl())
            .put("extractor", v.extractor());
    ArrayNode authors = out.putArray("authors");
    v.byline().authors().forEach(authors::add);
    ArrayNode dates = out.putArray("dates");
    v.dates().forEach(d -> dates.add(date(d)));
    ArrayNode body = out.putArray("body");
    v.body().forEach(b -> body.add(block(b)));
    ArrayNode captions = out.putArray("captions");
    v.captions()
        .forEach(c -> captions.add(object().put("text", c.text()).put("credit", c.credit())));
    ArrayNode images = out.putArray("images");
    v.images().forEach(i -> images.add(object().put("url", i.url()).put("alt", i.alt())));
    ArrayNode notices = out.putArray("notices");
    v.notices()
        .forEach(
            n -> {
              ObjectNode notice = object().put("kind", EnumId.of(n.kind())).put("text", n.text());
              if (n.date() != null) {
                notice.set("date", date(n.date()));
              }
              notices.add(notice);
            });
    if (v.liveBlog() != null) {
      posts(v.liveBlog(), out.putArray("live_blog"));
    }
    return out;
  }

  private static void posts(LiveBlog blog, ArrayNode posts) {
    for (LiveBlog.Post post : blog.posts()) {
      ObjectNode line = posts.addObject();
      line.put("time", post.time() == null ? null : post.time().iso());
      line.put("headline", post.headline());
      line.put("first_block", post.first()).put("blocks", post.count());
    }
  }

  private static ObjectNode date(StatedDate d) {
    return object()
        .put("role", EnumId.of(d.role()))
        .put("printed", d.printed())
        .put("iso", d.iso())
        .put("precision", EnumId.of(d.precision()))
        .put("form", EnumId.of(d.form()))
        .put("evidence", d.evidence())
        .put("zone_reason", d.zoneReason());
  }

  private static ObjectNode block(Block block) {
    ObjectNode out = object();
    if (block instanceof Block.Subhead subhead) {
      out.put("kind", "subhead").put("level", subhead.level());
    } else if (block instanceof Block.ListItem item) {
      out.put("kind", item.ordered() ? "numbered-item" : "list-item").put("level", item.depth());
    } else {
      out.put("kind", block instanceof Block.Quote ? "quote" : "paragraph");
    }
    return out.put("text", block.text());
  }

  static ObjectNode timeline(Timeline timeline) {
    ObjectNode out = object().put("captures", timeline.captures());
    out.set("article", article(timeline.article()));
    ArrayNode versions = out.putArray("versions");
    timeline.versions().forEach(v -> versions.add(version(v)));
    ArrayNode entries = out.putArray("entries");
    timeline.entries().forEach(e -> entries.add(entry(e, timeline.versions())));
    return out;
  }

  private static ObjectNode entry(Entry entry, List<SeenVersion> versions) {
    ObjectNode out = object().put("at", entry.at().toString());
    if (entry instanceof Entry.FirstSeen first) {
      return out.put("kind", "first-seen").put("version", first.version());
    } else if (entry instanceof Entry.Unchanged same) {
      return out.put("kind", "unchanged")
          .put("until", same.until().toString())
          .put("checks", same.checks())
          .put("version", same.version());
    } else if (entry instanceof Entry.NotAnArticle not) {
      return out.put("kind", not.cutOff() ? "cut-off" : "not-an-article")
          .put("until", not.until().toString())
          .put("checks", not.checks())
          .put("reason", not.reason())
          .put("detail", not.detail());
    } else if (entry instanceof Entry.Returned back) {
      return out.put("kind", "returned").put("version", back.version());
    } else if (entry instanceof Entry.Oscillated back) {
      return out.put("kind", "oscillated")
          .put("until", back.until().toString())
          .put("switches", back.switches())
          .put("version", back.version());
    } else if (entry instanceof Entry.Moved moved) {
      return out.put("kind", "moved").put("to", moved.to());
    }
    return revised(out.put("kind", "revised"), (Entry.Revised) entry, versions);
  }

  private static ObjectNode revised(
      ObjectNode out, Entry.Revised revised, List<SeenVersion> versions) {
    ArticleVersion before = versions.get(revised.version() - 2).state();
    ArticleVersion after = versions.get(revised.version() - 1).state();
    out.put("version", revised.version());
    out.set("window", window(revised.window()));
    ArrayNode labels = out.putArray("labels");
    for (Label label : revised.labels()) {
      labels.add(object().put("label", label.kind().id()).put("detail", label.detail()));
    }
    ArrayNode summary = out.putArray("summary");
    JudgedRevision judged = JudgedRevision.of(before, after, revised.revision());
    Summary.of(judged, revised.labels()).lines().forEach(l -> summary.add(l.text()));
    out.put("telling", Telling.of(judged, revised.labels()).score());
    out.set("revision", RevisionJson.full(revised.revision()));
    return out;
  }

  static ObjectNode window(Window window) {
    return object()
        .put("not_before", window.notBefore().toString())
        .put("not_after", window.notAfter().toString());
  }
}
