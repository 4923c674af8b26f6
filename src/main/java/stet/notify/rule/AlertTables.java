package stet.notify.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import stet.text.OneLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code stet.toml} says in its {@code [channel.NAME]} and {@code [[alert]]} tables, by key; a
 * single value is a list of one.
 *
 * @param channels by their names
 * @param rules in the order in which they stand
 * @param odd complaints of values that are lists, numbers or truth values where one text belongs,
 *     in the order in which they stand
 */
public record AlertTables(
    Map<String, Map<String, List<String>>> channels,
    List<Map<String, List<String>>> rules,
    List<String> odd) {
  /** Nothing is stated. */
  public static final AlertTables NONE = new AlertTables(Map.of(), List.of(), List.of());

  /** Keys that may have many values. */
  private static final Set<String> LISTS =
      Set.of("to", "label", "kind", "outlet", "tags", "command");

  /** Keys whose values need not stand in quotes. */
  private static final Set<String> BARE =
      Set.of("port", "timeout", "priority", "characters", "allow-http", "words", "most-per-hour");

  /**
   * Reads the tables and takes them out of the rest.
   *
   * @param root all that the file says
   * @throws RuleException when they are no such tables
   */
  public static AlertTables takenFrom(JsonNode root) {
    if (!(root instanceof ObjectNode settings)) {
      return NONE;
    }
    Map<String, Map<String, List<String>>> channels = new TreeMap<>();
    List<String> odd = new ArrayList<>();
    JsonNode stated = settings.remove("channel");
    if (stated != null) {
      require(stated.isObject(), "a channel is a table such as [channel.desk]");
      stated
          .properties()
          .forEach(
              e -> {
                String name = "channel." + e.getKey();
                channels.put(e.getKey(), table("[" + name + "]", e.getValue()));
                odd(name + ".", e.getValue(), odd);
              });
    }
    List<Map<String, List<String>>> rules = new ArrayList<>();
    JsonNode alerts = settings.remove("alert");
    if (alerts != null) {
      require(alerts.isArray(), "each rule is a table that begins with [[alert]]");
      for (JsonNode rule : alerts) {
        rules.add(table("[[alert]]", rule));
        odd("alert '" + OneLine.of(rule.path("name").asString("")) + "': ", rule, odd);
      }
    }
    return new AlertTables(channels, rules, odd);
  }

  private static void odd(String lead, JsonNode table, List<String> odd) {
    table
        .properties()
        .forEach(
            e -> {
              JsonNode value = e.getValue();
              boolean list = LISTS.contains(e.getKey());
              if (value.isArray() && !list) {
                odd.add(lead + e.getKey() + " is a list; it must be one value");
              } else if (value.isValueNode()
                  && !value.isString()
                  && !list
                  && !BARE.contains(e.getKey())) {
                odd.add(lead + e.getKey() + " is no text; it must stand in quotes");
              }
            });
  }

  private static Map<String, List<String>> table(String name, JsonNode node) {
    require(node.isObject(), name + " must be a table of keys and values");
    Map<String, List<String>> fields = new LinkedHashMap<>();
    node.properties().forEach(e -> fields.put(e.getKey(), values(name, e)));
    return fields;
  }

  private static List<String> values(String name, Map.Entry<String, JsonNode> field) {
    JsonNode value = field.getValue();
    List<String> values = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(one -> values.add(value(name, field.getKey(), one)));
    } else {
      values.add(value(name, field.getKey(), value));
    }
    return values;
  }

  private static String value(String name, String key, JsonNode value) {
    require(value.isValueNode(), name + ": " + key + " must be a text, a number or a list of such");
    return value.asString("");
  }

  private static void require(boolean right, String remedy) {
    if (!right) {
      throw new RuleException(remedy);
    }
  }
}
