package stet.json;

import stet.capture.EnumId;
import stet.diff.Counts;
import stet.diff.Delta;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.diff.RevisionJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Revisions, with all words or beside the versions that have them. */
final class RevisionForms {
  private RevisionForms() {}

  /** For programs that have no versions beside it: every text is there. */
  static ObjectNode full(Revision revision) {
    ObjectNode out = Parts.object();
    out.set("hunks", Parts.list(revision.hunks(), RevisionForms::hunk));
    out.set("fields", Parts.list(revision.fields(), RevisionForms::field));
    out.set("counts", counts(revision.counts()));
    return out;
  }

  static ObjectNode counts(Counts counts) {
    return Parts.object()
        .put("inserted", counts.inserted())
        .put("deleted", counts.deleted())
        .put("moved", counts.moved())
        .put("kept", counts.kept());
  }

  /** As the database keeps it: what both versions have is given by its length. */
  static JsonNode compact(Revision revision) {
    return JsonMapper.shared().readTree(RevisionJson.write(revision));
  }

  private static ObjectNode hunk(Hunk hunk) {
    ObjectNode out = Parts.object().put("kind", hunk.kind());
    out.set("before", Parts.numbers(hunk.before()));
    out.set("after", Parts.numbers(hunk.after()));
    if (hunk instanceof Hunk.Moved m) {
      out.put("move", m.move());
    } else if (hunk instanceof Hunk.MovedAway m) {
      out.put("move", m.move());
    } else {
      out.putNull("move");
    }
    out.set("deltas", Parts.list(hunk.deltas(), RevisionForms::delta));
    return out;
  }

  private static ObjectNode field(FieldChange change) {
    ObjectNode out =
        Parts.object()
            .put("field", EnumId.of(change.field()))
            .put("before", change.before())
            .put("after", change.after());
    out.set("deltas", Parts.list(change.deltas(), RevisionForms::delta));
    return out;
  }

  static ObjectNode delta(Delta d) {
    ObjectNode out = Parts.object().put("operation", EnumId.of(d.kind()));
    switch (d.kind()) {
      case KEPT -> out.put("text", d.before());
      case RESPELLED -> out.put("before", d.before()).put("after", d.after());
      case DELETED -> out.put("before", d.before());
      case INSERTED -> out.put("after", d.after());
      case MOVED_FROM -> out.put("before", d.before()).put("move", d.move());
      case MOVED_TO -> out.put("after", d.after()).put("move", d.move());
    }
    return out;
  }
}
