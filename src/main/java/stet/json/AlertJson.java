package stet.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages to people. */
final class AlertJson {
  private AlertJson() {}

  static ObjectNode of(AlertFacts alert) {
    ObjectNode out =
        Parts.root()
            .put("alert", alert.id())
            .put("kind", alert.kind())
            .put("rule", alert.rule())
            .put("site", alert.site())
            .put("title", alert.title())
            .put("reason", alert.reason())
            .put("composed_at", alert.at().toString())
            .put("zone", alert.zone());
    out.set("findings", Parts.list(alert.findings(), AlertJson::finding));
    return out.put("omitted", alert.omitted());
  }

  private static ObjectNode finding(AlertFacts.Finding finding) {
    ObjectNode out =
        Parts.object()
            .put("finding", finding.id())
            .put("event", finding.event())
            .put("standing", finding.standing())
            .put("note", finding.note())
            .put("sentence", finding.sentence());
    out.set("words", Parts.texts(finding.words()));
    out.set("story", finding.story() == null ? null : story(finding.story()));
    out.set("change", finding.change() == null ? null : change(finding.change()));
    out.set("alike", Parts.list(finding.alike(), AlertJson::story));
    return out;
  }

  private static ObjectNode story(AlertFacts.Story story) {
    ObjectNode out = Parts.object();
    out.set(
        "article",
        Parts.object()
            .put("key", story.key())
            .put("uri", story.uri())
            .put("outlet", story.outlet()));
    return out.put("headline", story.headline())
        .put("language", story.language())
        .put("link", story.link());
  }

  private static ObjectNode change(AlertFacts.Change change) {
    ObjectNode out = Parts.object().put("version", change.version());
    out.set(
        "window",
        Parts.object()
            .put("not_before", Parts.time(change.notBefore()))
            .put("not_after", change.notAfter().toString()));
    out.set(
        "labels",
        Parts.list(
            change.labels(), l -> Parts.object().put("label", l.id()).put("detail", l.detail())));
    ObjectNode excerpt = Parts.object().put("where", change.where());
    excerpt.set("deltas", Parts.list(change.excerpt(), AlertJson::delta));
    out.set("excerpt", excerpt);
    out.set(
        "counts",
        Parts.object()
            .put("inserted", change.counts().inserted())
            .put("deleted", change.counts().deleted())
            .put("moved", change.counts().moved()));
    out.set("left_out", Parts.texts(change.leftOut()));
    out.set("edit", edit(change.json()));
    return out;
  }

  private static ObjectNode delta(AlertFacts.Mark mark) {
    return switch (mark.kind()) {
      case KEPT -> Parts.object().put("operation", "kept").put("text", mark.text());
      case REMOVED -> Parts.object().put("operation", "deleted").put("before", mark.text());
      case ADDED -> Parts.object().put("operation", "inserted").put("after", mark.text());
    };
  }

  private static @Nullable JsonNode edit(String json) {
    try {
      JsonNode read = json.isBlank() ? null : JsonMapper.shared().readTree(json);
      return read != null && read.isObject() ? read : null;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("an edit that is no JSON", e);
    }
  }
}
