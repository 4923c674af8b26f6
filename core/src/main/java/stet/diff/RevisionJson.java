package stet.diff;

import java.util.ArrayList;
import java.util.List;
import stet.article.ArticleVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A revision as JSON, small enough to keep one for every version: what both versions have is given
 * by length, what differs is given in full.
 *
 * <pre>
 * {"format": 1,
 *  "hunks": [4,                                      four blocks kept letter for letter
 *            ["changed", [4], [4], [10, ["-", "150"], ["+", "129"], 42]],
 *            ["inserted", [], [5], [["+", "A new block."]]],
 *            ["away", 1, 5, 7], ["moved", 1, 5, 7, [31]]],
 *  "fields": [{"field": "headline", "before": "Rain", "after": "Rain again",
 *              "deltas": [["=", "Rain"], ["+", " again"]]}],
 *  "counts": {"inserted": 1, "deleted": 1, "moved": 0, "kept": 52}}
 * </pre>
 *
 * <p>A hunk is a number of kept blocks, or its kind, the numbers of its old and new blocks, and its
 * deltas. A delta is a number of UTF-16 units kept, or an operation with its text: {@code -}
 * deleted, {@code +} inserted, {@code ~} respelled (old, new), {@code <} moved away and {@code >}
 * moved here (text, number of the move). A moved block has the number of the move, its old and its
 * new block's number instead. Fields are short and given in full.
 */
public final class RevisionJson {
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON = JsonMapper.shared();

  private RevisionJson() {}

  /** The compact form, one line, the same for the same revision. */
  public static String write(Revision revision) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    HunkCodec.write(revision.hunks(), root.putArray("hunks"));
    ArrayNode fields = root.putArray("fields");
    for (FieldChange change : revision.fields()) {
      ObjectNode node = fields.addObject();
      node.put("field", name(change.field()));
      node.put("before", change.before());
      node.put("after", change.after());
      writeFull(change.deltas(), node.putArray("deltas"));
    }
    counts(revision.counts(), root.putObject("counts"));
    return JSON.writeValueAsString(root);
  }

  /**
   * Reads the compact form back.
   *
   * @throws IllegalArgumentException when it is not such a form or was made from other versions
   */
  public static Revision read(String json, ArticleVersion before) {
    try {
      return read(JSON.readTree(json), before);
    } catch (JacksonException e) {
      // Also a number that is none, or is too large to be one of ours.
      throw new IllegalArgumentException("the revision is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Revision read(JsonNode root, ArticleVersion before) {
    if (root.path("format").asInt(0) != FORMAT) {
      throw new IllegalArgumentException("the revision has format " + root.path("format"));
    }
    List<FieldChange> fields = new ArrayList<>();
    for (JsonNode node : root.path("fields")) {
      fields.add(
          new FieldChange(
              field(node.path("field").asString("")),
              node.path("before").asString(""),
              node.path("after").asString(""),
              readFull(node.path("deltas"))));
    }
    List<String> blocks = before.body().stream().map(BodyText::line).toList();
    JsonNode c = root.path("counts");
    return new Revision(
        HunkCodec.read(root.path("hunks"), blocks),
        fields,
        new Counts(
            c.path("inserted").asInt(0),
            c.path("deleted").asInt(0),
            c.path("moved").asInt(0),
            c.path("kept").asInt(0)));
  }

  static String op(Delta.Kind kind) {
    return switch (kind) {
      case KEPT -> "=";
      case RESPELLED -> "~";
      case DELETED -> "-";
      case INSERTED -> "+";
      case MOVED_FROM -> "<";
      case MOVED_TO -> ">";
    };
  }

  /** Fields are short: their deltas are written out. */
  private static void writeFull(List<Delta> deltas, ArrayNode out) {
    for (Delta d : deltas) {
      ArrayNode node = out.addArray();
      node.add(op(d.kind()));
      node.add(d.before().isEmpty() ? d.after() : d.before());
      if (d.kind() == Delta.Kind.RESPELLED) {
        node.removeAll().add("~").add(d.before()).add(d.after());
      } else if (d.move() != 0) {
        node.add(d.move());
      }
    }
  }

  private static List<Delta> readFull(JsonNode in) {
    List<Delta> deltas = new ArrayList<>();
    for (JsonNode node : in) {
      deltas.add(
          node.path(0).asString("").equals("=")
              ? Delta.kept(node.path(1).asString(""))
              : DeltaCodec.change(node));
    }
    return List.copyOf(deltas);
  }

  private static void counts(Counts counts, ObjectNode out) {
    out.put("inserted", counts.inserted());
    out.put("deleted", counts.deleted());
    out.put("moved", counts.moved());
    out.put("kept", counts.kept());
  }

  private static String name(FieldChange.Field field) {
    return field.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static FieldChange.Field field(String name) {
    for (FieldChange.Field field : FieldChange.Field.values()) {
      if (name(field).equals(name)) {
        return field;
      }
    }
    throw new IllegalArgumentException("'%s' is no field".formatted(name));
  }
}
