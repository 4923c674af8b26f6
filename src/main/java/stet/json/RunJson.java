package stet.json;

import java.util.List;
import java.util.Map;
import stet.capture.Capture;
import stet.capture.EnumId;
import stet.ingest.RecordCounts;
import stet.memento.Backfill;
import stet.track.Accepted;
import stet.track.Audit;
import tools.jackson.databind.node.ObjectNode;

/** What a run of stet took in, wrote or found. */
final class RunJson {
  private RunJson() {}

  static ObjectNode accepted(Accepted accepted) {
    Capture capture = accepted.capture();
    ObjectNode out = Parts.root();
    out.set("article", Parts.article(accepted.article()));
    return out.put("uri", capture.uri())
        .put("captured_at", capture.at().toString())
        .put("ordinal", capture.ordinal())
        .put("payload", capture.payload().digest().labelled())
        .put("outcome", EnumId.of(accepted.outcome()))
        .put("detail", accepted.detail());
  }

  static ObjectNode imported(
      ImportCounts n, List<Accepted> captures, List<String> refused, RecordCounts records) {
    ObjectNode counts =
        Parts.object()
            .put("added", n.added())
            .put("already_here", n.known())
            .put("not_articles", n.notArticles())
            .put("refused", n.refused())
            .put("articles", n.articles());
    ObjectNode out = Parts.root();
    out.set("counts", counts);
    out.set("captures", Parts.list(captures, c -> accepted(c).without("schema")));
    out.set("refused", Parts.texts(refused));
    out.set("records", records(records).path("counts"));
    return out;
  }

  static ObjectNode records(RecordCounts records) {
    ObjectNode counts = Parts.object().put("records", records.total());
    counts.put("kept", records.kept());
    counts.set("seen", each(records.seen()));
    counts.set("not_kept", each(records.skipped()));
    ObjectNode out = Parts.root();
    out.set("counts", counts);
    return out;
  }

  private static ObjectNode each(Map<String, Long> counts) {
    ObjectNode out = Parts.object();
    counts.forEach(out::put);
    return out;
  }

  static ObjectNode backfilled(String uri, Backfill.Outcome o) {
    ObjectNode out = Parts.root().put("uri", uri);
    out.set(
        "counts",
        Parts.object()
            .put("listed", o.listed())
            .put("fetched", o.fetched())
            .put("repeated", o.repeated())
            .put("already_here", o.here())
            .put("skipped", o.skipped())
            .put("left", o.left()));
    out.set("gaps", Parts.texts(o.gaps()));
    return out.put("stopped", o.stopped());
  }

  static ObjectNode audit(Audit audit) {
    ObjectNode out = Parts.root();
    out.set(
        "counts",
        Parts.object()
            .put("files", audit.files())
            .put("records", audit.records())
            .put("bytes", audit.bytes()));
    out.set("findings", Parts.texts(audit.findings()));
    out.set("remarks", Parts.texts(audit.remarks()));
    return out;
  }

  static ObjectNode reported(String output, SiteCounts site) {
    ObjectNode out = Parts.root().put("output", output);
    out.set(
        "counts",
        Parts.object()
            .put("articles", site.articles())
            .put("rendered", site.rendered())
            .put("files", site.files())
            .put("bytes", site.bytes())
            .put("changed", site.changed())
            .put("removed", site.removed())
            .put("failed", site.failed()));
    return out;
  }

  static ObjectNode exported(String output, ExportCounts export, List<String> damaged) {
    ObjectNode out = Parts.root().put("output", output);
    out.set(
        "counts",
        Parts.object()
            .put("articles", export.articles())
            .put("captures", export.captures())
            .put("files", export.files())
            .put("bytes", export.bytes()));
    out.set("damaged", Parts.texts(damaged));
    return out;
  }

  static ObjectNode settings(List<Setting> settings) {
    ObjectNode out = Parts.root();
    out.set(
        "settings",
        Parts.list(
            settings,
            s ->
                Parts.object()
                    .put("name", s.name())
                    .put("value", s.value())
                    .put("origin", s.origin())));
    return out;
  }
}
