package stet.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stet.article.Block;
import stet.article.Notice;
import stet.stats.Edits;
import stet.stats.Watching;
import stet.timeline.Entry;
import stet.timeline.Timeline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** The files of a report. */
final class SiteJson {
  private final ReportedRevisions revisions;
  private final Map<Block, Integer> blocks = new LinkedHashMap<>();
  private final Map<Notice, Integer> notices = new LinkedHashMap<>();

  private SiteJson(ReportedRevisions revisions) {
    this.revisions = revisions;
  }

  /** {@code index.json}: which files have the articles. */
  static ObjectNode index(String title, String producer, int articles, List<String> parts) {
    ObjectNode out = Parts.root().put("title", title).put("producer", producer);
    out.put("article_count", articles);
    out.set("parts", Parts.texts(parts));
    return out;
  }

  /** A file with articles, each as it was written before. */
  static String part(List<String> pieces) {
    String head = new JsonText(Parts.root()).line();
    return head.substring(0, head.length() - 1)
        + ",\"articles\":["
        + String.join(",", pieces)
        + "]}";
  }

  static ObjectNode listed(ListedArticle a) {
    Watching watching = a.figures().watching();
    Edits edits = a.figures().edits();
    ObjectNode counts = Parts.counts(watching.checks(), edits.versions(), edits.revisions());
    counts.put("not_an_article", watching.gone());
    ObjectNode labels = counts.putObject("labels");
    edits.labels().forEach((kind, count) -> labels.put(kind.id(), count));
    ObjectNode out = Parts.object();
    out.set("article", Parts.article(a.article()));
    out.put("headline", a.headline())
        .put("language", a.language().tag())
        .put("language_guessed", a.language().guessed());
    out.set("counts", counts);
    out.put("first_captured_at", a.figures().first().toString());
    out.put("last_captured_at", watching.last().toString());
    out.put("last_revised_at", Parts.time(a.figures().changed()));
    ListedArticle.MostTelling edit = a.mostTelling();
    out.set(
        "most_telling",
        edit == null
            ? null
            : Parts.object().put("version", edit.version()).put("telling", edit.telling()));
    return out.put("page", a.page()).put("data", a.data());
  }

  /** {@code article.json}: a timeline whose texts stand once, in a table. */
  static ObjectNode article(Timeline timeline, ReportedRevisions revisions) {
    SiteJson site = new SiteJson(revisions);
    ObjectNode out = Parts.root();
    out.set("article", Parts.article(timeline.article()));
    out.set("counts", Parts.counts(timeline));
    out.set(
        "versions",
        Parts.list(timeline.versions(), v -> VersionJson.of(v, site::place, site::place)));
    out.set("blocks", Parts.list(site.blocks.keySet(), VersionJson::block));
    out.set("notices", Parts.list(site.notices.keySet(), VersionJson::notice));
    out.set("entries", Parts.list(timeline.entries(), e -> EntryJson.of(e, site::revised)));
    return out;
  }

  private JsonNode place(Block block) {
    return IntNode.valueOf(blocks.computeIfAbsent(block, b -> blocks.size()));
  }

  private JsonNode place(Notice notice) {
    return IntNode.valueOf(notices.computeIfAbsent(notice, n -> notices.size()));
  }

  private void revised(Entry.Revised revised, ObjectNode out) {
    EntryJson.judged(out, revisions.summary(revised), revisions.telling(revised));
    out.set("compact_revision", RevisionForms.compact(revised.revision()));
    out.put("page", revisions.page(revised));
  }
}
