package stet.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stet.ParquetFile;
import stet.rows.Column;
import stet.rows.ColumnType;
import stet.rows.DataTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exported tables as they are read again. */
final class Tables {
  private Tables() {}

  static List<JsonNode> jsonl(Path folder, DataTable table) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(table.id() + ".jsonl"))) {
      rows.add(JsonMapper.shared().readTree(line));
    }
    return rows;
  }

  /** That the Parquet files of a folder have the rows of its JSON, values and types. */
  static void assertSame(Path folder) throws IOException, SQLException {
    for (DataTable table : DataTable.values()) {
      List<Map<String, Object>> expected = new ArrayList<>();
      for (JsonNode row : jsonl(folder, table)) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column column : table.columns()) {
          values.put(column.name(), value(row.get(column.name()), column.type()));
        }
        expected.add(values);
      }
      assertThat(expected).isNotEmpty();
      assertThat(ParquetFile.rows(folder.resolve(table.id() + ".parquet")))
          .as(table.id())
          .isEqualTo(expected);
    }
  }

  private static Object value(JsonNode value, ColumnType type) {
    if (value.isNull()) {
      return null;
    }
    return switch (type) {
      case TEXT -> value.asString();
      case INTEGER -> value.asLong();
      case NUMBER -> value.asDouble();
      case BOOLEAN -> value.asBoolean();
      case TIME -> Instant.parse(value.asString());
      case LIST -> value.valueStream().map(JsonNode::asString).toList();
    };
  }
}
