package stet.json;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import stet.article.Block;
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

  private SiteJson(ReportedRevisions revisions) {
    this.revisions = revisions;
  }

  /** Writes {@code index.json} piece by piece, since it has an object for every article. */
  static void index(
      String title, String producer, Consumer<Consumer<String>> pieces, OutputStream out)
      throws IOException {
    String head = new JsonText(Parts.root().put("title", title).put("producer", producer)).line();
    Writer json = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    json.write(head.substring(0, head.length() - 1) + ",\"articles\":[");
    String[] between = {""};
    try {
      pieces.accept(
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

  static ObjectNode listed(ListedArticle a) {
    Watching watching = a.figures().watching();
    Edits edits = a.figures().edits();
    ObjectNode counts = Parts.counts(watching.checks(), edits.versions(), edits.revisions());
    counts.put("not_an_article", watching.gone());
    ObjectNode labels = counts.putObject("labels");
    edits.labels().forEach((kind, count) -> labels.put(kind.id(), count));
    ObjectNode out = Parts.object();
    out.set("article", Parts.article(a.article()));
    out.put("headline", a.headline()).put("language", a.language());
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
    out.set("versions", Parts.list(timeline.versions(), v -> VersionJson.of(v, site::place)));
    out.set("blocks", Parts.list(site.blocks.keySet(), VersionJson::block));
    out.set("entries", Parts.list(timeline.entries(), e -> EntryJson.of(e, site::revised)));
    return out;
  }

  private JsonNode place(Block block) {
    return IntNode.valueOf(blocks.computeIfAbsent(block, b -> blocks.size()));
  }

  private void revised(Entry.Revised revised, ObjectNode out) {
    EntryJson.judged(out, revisions.summary(revised), revisions.telling(revised));
    out.set("compact_revision", RevisionForms.compact(revised.revision()));
    out.put("page", revisions.page(revised));
  }
}
