package stet.json;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/stet-1.schema.json}, to hold what is printed against it. */
public final class StetSchema {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final String TEXT = text();
  private static final JsonNode ROOT = MAPPER.readTree(TEXT);
  private static final String ID = ROOT.path("$id").asString();

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemas(Map.of(ID, TEXT))
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private StetSchema() {}

  private static String text() {
    try {
      return Files.readString(Path.of("docs/stet-1.schema.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of it. */
  public static JsonNode root() {
    return ROOT;
  }

  /** The definitions of what is printed or written by itself. */
  public static Set<String> documents() {
    Set<String> names = new TreeSet<>();
    for (JsonNode each : ROOT.path("anyOf")) {
      String ref = each.path("$ref").asString();
      names.add(ref.substring(ref.lastIndexOf('/') + 1));
    }
    return names;
  }

  /** What a definition has against an object; empty where it fits. */
  public static List<String> problems(String definition, JsonNode object) {
    if (!object.isObject() || !object.propertyNames().iterator().next().equals("schema")) {
      return List.of("does not begin with its schema");
    }
    Schema schema = REGISTRY.getSchema(SchemaLocation.of(ID + "#/$defs/" + definition));
    return schema.validate(object).stream()
        .map(e -> definition + " " + e.getInstanceLocation() + " " + e.getMessage())
        .toList();
  }

  /** The same of a text. */
  public static List<String> problems(String definition, String json) {
    return problems(definition, MAPPER.readTree(json));
  }

  /** The objects of a text, which may have line breaks in them and between them. */
  public static List<JsonNode> objects(String text) {
    try (var all = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      return all.readAll();
    }
  }
}
