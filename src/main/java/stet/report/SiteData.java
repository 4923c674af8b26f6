package stet.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.capture.EnumId;
import stet.capture.SafeText;
import stet.diff.Label;
import stet.diff.RevisionJson;
import stet.timeline.CaptureRef;
import stet.timeline.Entry;
import stet.timeline.SeenVersion;
import stet.timeline.Timeline;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The site's content for programs. All times are UTC, ISO 8601. Texts are as extracted, not as
 * shown.
 */
final class SiteData {
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON = JsonMapper.shared();

  private SiteData() {}

  /** {@code index.json}: one object an article, each as it was made with the article's pages. */
  static void index(ReportOptions options, Shelf shelf, OutputStream out) throws IOException {
    ObjectNode head = JSON.createObjectNode();
    head.put("format", FORMAT);
    head.put("title", options.title());
    head.put("producer", options.producer());
    String open = head.toString();
    Writer json = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    json.write(open.substring(0, open.length() - 1) + ",\"articles\":[");
    String[] between = {""};
    try {
      shelf.pieces(
          piece -> {
            try {
              json.write(between[0]);
              json.write(piece);
              between[0] = ",";
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    json.write("]}");
    json.flush();
  }

  /** An article's object in {@code index.json}. */
  static String piece(ArticleLine line) {
    return SafeText.escaped(line(line).toString());
  }

  private static ObjectNode line(ArticleLine line) {
    ObjectNode node = JSON.createObjectNode();
    node.put("key", line.article().key());
    node.put("uri", line.article().uri());
    node.put("outlet", line.article().outlet());
    node.put("headline", line.headline().text());
    node.put("language", line.headline().lang());
    node.put("versions", line.versions());
    node.put("revisions", line.revisions());
    node.put("captures", line.captures());
    node.put("notAnArticle", line.gone());
    node.put("first", line.first().toString());
    node.put("last", line.last().toString());
    if (line.changed() != null) {
      node.put("lastChange", line.changed().toString());
    }
    ObjectNode labels = node.putObject("labels");
    line.labels().forEach((kind, count) -> labels.put(kind.id(), count));
    if (line.telling() != null) {
      node.put("tellingScore", line.telling().score());
      node.put("tellingVersion", line.telling().version());
    }
    node.put("page", Addresses.folder(line.article()) + "index.html");
    node.put("data", Addresses.folder(line.article()) + "article.json");
    return node;
  }

  /** {@code article.json}: everything that the article's pages show. */
  static byte[] article(Timeline timeline, RevisionViews views) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("key", timeline.article().key());
    root.put("uri", timeline.article().uri());
    root.put("outlet", timeline.article().outlet());
    root.put("captures", timeline.captures());
    Map<String, Integer> blocks = new LinkedHashMap<>();
    ArrayNode versions = root.putArray("versions");
    timeline.versions().forEach(v -> version(v, versions.addObject(), blocks));
    ArrayNode texts = root.putArray("blocks");
    blocks.keySet().forEach(texts::add);
    ArrayNode entries = root.putArray("entries");
    timeline.entries().forEach(e -> entry(e, views, entries.addObject()));
    return SafeText.escaped(JSON.writeValueAsString(root)).getBytes(StandardCharsets.UTF_8);
  }

  private static void version(SeenVersion version, ObjectNode node, Map<String, Integer> blocks) {
    ArticleVersion state = version.state();
    CaptureRef ref = version.first();
    node.put("number", version.number());
    node.put("firstSeen", ref.at().toString());
    node.put("lastSeen", version.lastSeen().toString());
    node.put("checks", version.checks());
    if (!version.cut().isEmpty()) {
      node.put("perhapsCutOff", version.cut());
    }
    node.putObject("capture")
        .put("source", ref.source())
        .put("digest", ref.digest())
        .put("warc", ref.warcFile())
        .put("offset", ref.warcOffset());
    node.put("extractor", state.extractor());
    node.put("headline", state.headline());
    node.put("dek", state.dek());
    node.put("byline", state.byline().text());
    ArrayNode authors = node.putArray("authors");
    state.byline().authors().forEach(authors::add);
    node.put("canonical", state.canonicalUrl());
    node.put("dateline", state.dateline());
    node.put("section", state.section());
    node.put("language", state.language());
    date(node, "published", state.published());
    date(node, "updated", state.updated());
    ArrayNode notices = node.putArray("notices");
    for (Notice notice : state.notices()) {
      notices.addObject().put("kind", EnumId.of(notice.kind())).put("text", notice.text());
    }
    pictures(state, node);
    ArrayNode body = node.putArray("body");
    for (Block block : state.body()) {
      body.add(blocks.computeIfAbsent(block.text(), t -> blocks.size()));
    }
  }

  private static void pictures(ArticleVersion state, ObjectNode node) {
    ArrayNode captions = node.putArray("captions");
    state.captions().forEach(c -> captions.add(c.text()));
    ArrayNode credits = node.putArray("credits");
    state.captions().forEach(c -> credits.add(c.credit()));
    ArrayNode images = node.putArray("images");
    state.images().forEach(i -> images.addObject().put("url", i.url()).put("alt", i.alt()));
  }

  private static void date(ObjectNode node, String name, Optional<StatedDate> stated) {
    stated.ifPresent(
        d ->
            node.putObject(name)
                .put("printed", d.printed())
                .put("iso", d.iso())
                .put("precision", EnumId.of(d.precision()))
                .put("evidence", d.evidence())
                .put("zone", d.zoneReason()));
  }

  private static void entry(Entry entry, RevisionViews views, ObjectNode node) {
    node.put("at", entry.at().toString());
    if (entry instanceof Entry.FirstSeen first) {
      node.put("kind", "first-seen").put("version", first.version());
    } else if (entry instanceof Entry.Unchanged same) {
      node.put("kind", "unchanged").put("version", same.version());
      node.put("until", same.until().toString()).put("checks", same.checks());
    } else if (entry instanceof Entry.Returned back) {
      node.put("kind", "returned").put("version", back.version());
    } else if (entry instanceof Entry.Oscillated back) {
      node.put("kind", "oscillated").put("version", back.version());
      node.put("until", back.until().toString()).put("switches", back.switches());
    } else if (entry instanceof Entry.Moved moved) {
      node.put("kind", "moved").put("to", moved.to());
    } else if (entry instanceof Entry.NotAnArticle gone) {
      node.put("kind", gone.cutOff() ? "cut-off" : "not-an-article");
      node.put("reason", gone.reason()).put("detail", gone.detail());
      node.put("until", gone.until().toString()).put("checks", gone.checks());
    } else if (entry instanceof Entry.Revised revised) {
      revised(revised, views, node);
    }
  }

  private static void revised(Entry.Revised revised, RevisionViews views, ObjectNode node) {
    node.put("kind", "revised").put("version", revised.version());
    node.put("notBefore", revised.window().notBefore().toString());
    node.put("notAfter", revised.window().notAfter().toString());
    ArrayNode labels = node.putArray("labels");
    for (Label label : revised.labels()) {
      labels.addObject().put("id", label.kind().id()).put("detail", label.detail());
    }
    ArrayNode summary = node.putArray("summary");
    views.summary(revised).forEach(summary::add);
    node.set("diff", JSON.readTree(RevisionJson.write(revised.revision())));
    node.put("page", Addresses.revision(revised.version()));
  }
}
