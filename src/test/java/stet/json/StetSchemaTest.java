package stet.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import stet.diff.Label;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schema is strict, says what each member means, and has nothing that is not used. */
class StetSchemaTest {
  private static final String SETTINGS =
      """
      {"schema": "stet/1", "settings": [{"name": "report.zone", "value": "UTC", "origin": "default"}]}
      """;

  @Test
  void whatFitsFits() {
    assertThat(StetSchema.problems("settings", SETTINGS)).isEmpty();
    assertThat(StetSchema.problems("index", SETTINGS)).isNotEmpty();
  }

  /** The test of the tests: each of these would be a slip of a writer. */
  @Test
  void whatDoesNotFitIsRefused() {
    refused(o -> o.put("more", 1));
    refused(o -> setting(o).put("more", 1));
    refused(o -> setting(o).remove("origin"));
    refused(o -> setting(o).put("value", 7));
    refused(o -> setting(o).putNull("value"));
    refused(o -> o.put("schema", "stet/2"));
    refused(o -> o.remove("schema"));
    refused(o -> o.set("settings", o.objectNode()));
  }

  @Test
  void aTimeIsInUtc() {
    String drift =
        """
        {"schema": "stet/1", "drift": 1, "verdict": "held", "outlet": "courier.example",
         "since": "%s", "until": "2026-03-14T06:00:00Z",
         "counts": {"revisions": 5, "articles": 5, "articles_checked": 6}, "sample": "+ Join"}
        """;
    assertThat(StetSchema.problems("drift", drift.formatted("2026-03-14T06:00:00Z"))).isEmpty();
    assertThat(StetSchema.problems("drift", drift.formatted("2026-03-14T06:00:00+01:00")))
        .isNotEmpty();
    assertThat(StetSchema.problems("drift", drift.formatted("yesterday, Z"))).isNotEmpty();
  }

  private static ObjectNode setting(ObjectNode settings) {
    return (ObjectNode) settings.path("settings").path(0);
  }

  private static void refused(java.util.function.Consumer<ObjectNode> slip) {
    ObjectNode object = (ObjectNode) JsonMapper.shared().readTree(SETTINGS);
    slip.accept(object);
    assertThat(StetSchema.problems("settings", object)).as(object.toString()).isNotEmpty();
  }

  @Test
  void everyObjectIsClosedAndEveryMemberNamedAndTold() {
    walk(
        StetSchema.root().path("$defs"),
        (path, node) -> {
          if (node.has("properties")) {
            assertThat(node.path("additionalProperties").asBoolean(true)).as(path).isFalse();
            Set<String> required = new TreeSet<>();
            node.path("required").forEach(r -> required.add(r.asString()));
            assertThat(required)
                .as(path)
                .isEqualTo(new TreeSet<>(node.path("properties").propertyNames()));
            assertThat(required).as(path).allMatch(name -> name.matches("[a-z]+(_[a-z]+)*"));
            assertThat(node.path("description").asString("")).as(path).isNotBlank();
          }
        });
  }

  private static void walk(JsonNode node, BiConsumer<String, JsonNode> each) {
    walk("", node, each);
  }

  private static void walk(String path, JsonNode node, BiConsumer<String, JsonNode> each) {
    each.accept(path, node);
    if (node.isObject()) {
      node.properties().forEach(e -> walk(path + "/" + e.getKey(), e.getValue(), each));
    } else if (node.isArray()) {
      node.forEach(child -> walk(path + "/-", child, each));
    }
  }

  @Test
  void everyDefinitionIsUsed() {
    Set<String> used = new TreeSet<>();
    walk(
        StetSchema.root(),
        (path, node) -> {
          String ref = node.path("$ref").asString("");
          if (ref.startsWith("#/$defs/")) {
            used.add(ref.split("/")[2]);
          }
        });
    assertThat(used).isEqualTo(new TreeSet<>(StetSchema.root().path("$defs").propertyNames()));
  }

  @Test
  void labelsAreThoseOfTheProgram() {
    Set<String> named = new TreeSet<>();
    StetSchema.root().at("/$defs/label_id/enum").forEach(id -> named.add(id.asString()));
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Label.Kind.values()).map(Label.Kind::id).toList());
  }

  @Test
  void theDocumentationTellsOfEveryKindOfObject() throws Exception {
    String page = Files.readString(Path.of("docs/JSON.md"));
    assertThat(StetSchema.documents()).allMatch(name -> page.contains("`" + name + "`"));
  }
}
