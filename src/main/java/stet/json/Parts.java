package stet.json;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate;
import stet.capture.EnumId;
import stet.diff.Label;
import stet.timeline.CaptureRef;
import stet.timeline.Timeline;
import stet.timeline.TrackedArticle;
import stet.timeline.Window;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands in more than one kind of object, and has one form in all of them. */
final class Parts {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Parts() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** An object that is printed or written by itself. */
  static ObjectNode root() {
    return object().put("schema", StetJson.SCHEMA);
  }

  static <T> ArrayNode list(Collection<T> items, Function<T, JsonNode> form) {
    ArrayNode list = MAPPER.createArrayNode();
    items.forEach(item -> list.add(form.apply(item)));
    return list;
  }

  static ArrayNode texts(Collection<String> texts) {
    ArrayNode list = MAPPER.createArrayNode();
    texts.forEach(list::add);
    return list;
  }

  static ArrayNode numbers(Collection<Integer> numbers) {
    ArrayNode list = MAPPER.createArrayNode();
    numbers.forEach(list::add);
    return list;
  }

  static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  static ObjectNode article(TrackedArticle article) {
    return object()
        .put("key", article.key())
        .put("uri", article.uri())
        .put("outlet", article.outlet());
  }

  static ObjectNode counts(Timeline timeline) {
    return counts(timeline.captures(), timeline.versions().size(), timeline.revisions().size());
  }

  static ObjectNode counts(long checks, long versions, long revisions) {
    return object().put("checks", checks).put("versions", versions).put("revisions", revisions);
  }

  static ObjectNode capture(CaptureRef ref) {
    return capture(ref.source(), ref.digest(), ref.warcFile(), ref.warcOffset());
  }

  static ObjectNode capture(String source, String payload, String warcFile, long warcOffset) {
    return object()
        .put("source", source.strip())
        .put("payload", payload)
        .put("warc_file", warcFile)
        .put("warc_offset", warcOffset);
  }

  static ObjectNode window(Window window) {
    return object()
        .put("not_before", window.notBefore().toString())
        .put("not_after", window.notAfter().toString());
  }

  static ObjectNode label(Label label) {
    return object().put("label", label.kind().id()).put("detail", label.detail());
  }

  static ObjectNode date(StatedDate d) {
    return object()
        .put("role", EnumId.of(d.role()))
        .put("printed", d.printed())
        .put("iso", d.iso())
        .put("precision", EnumId.of(d.precision()))
        .put("form", EnumId.of(d.form()))
        .put("evidence", d.evidence())
        .put("zone_reason", d.zoneReason());
  }

  static @Nullable ObjectNode dateOrNull(@Nullable StatedDate d) {
    return d == null ? null : date(d);
  }

  /** A row of a table, each cell as what it is. */
  static ObjectNode row(Map<String, @Nullable Object> cells) {
    ObjectNode row = root();
    cells.forEach((column, value) -> put(row, column, value));
    return row;
  }

  private static void put(ObjectNode row, String column, @Nullable Object value) {
    if (value instanceof Collection<?> list) {
      ArrayNode array = row.putArray(column);
      list.forEach(item -> array.add(String.valueOf(item)));
    } else if (value instanceof Long number) {
      row.put(column, number);
    } else if (value instanceof Double number) {
      row.put(column, number);
    } else if (value instanceof Boolean flag) {
      row.put(column, flag);
    } else {
      row.put(column, value == null ? null : value.toString());
    }
  }
}
