package stet.json;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A row of an export's table. */
final class RowJson {
  private RowJson() {}

  static ObjectNode of(Map<String, @Nullable Object> cells) {
    ObjectNode row = Parts.root();
    cells.forEach((column, value) -> put(row, column, value));
    return row;
  }

  private static void put(ObjectNode row, String column, @Nullable Object value) {
    if (value instanceof Collection<?> list) {
      ArrayNode array = row.putArray(column);
      list.forEach(item -> array.add(String.valueOf(item)));
    } else if (value instanceof Integer number) {
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
