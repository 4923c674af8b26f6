package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented schema is the live one. */
class SchemaDocTest {
  private static final Pattern TABLE = Pattern.compile("### (\\w+)");
  private static final Pattern COLUMN =
      Pattern.compile("\\| `(\\w+)` \\| (TEXT|INTEGER|BLOB|any)( or NULL)? \\| (.+) \\|");

  @TempDir Path dir;

  @Test
  void everyTableAndColumnIsDocumentedAndNoOther() throws IOException, SQLException {
    assertThat(documented()).isEqualTo(live());
  }

  private static Map<String, List<String>> documented() throws IOException {
    Map<String, List<String>> tables = new TreeMap<>();
    List<String> columns = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("docs/SCHEMA.md"))) {
      Matcher table = TABLE.matcher(line);
      Matcher column = COLUMN.matcher(line);
      if (table.matches()) {
        columns = new ArrayList<>();
        tables.put(table.group(1), columns);
      } else if (column.matches()) {
        columns.add(column.group(1) + " " + column.group(2));
      }
    }
    return tables;
  }

  private Map<String, List<String>> live() throws SQLException {
    Path file = dir.resolve("stet.db");
    Store.open(file).close();
    Map<String, List<String>> tables = new TreeMap<>();
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet rows =
            c.createStatement()
                .executeQuery(
                    """
                    SELECT t.name, i.name, coalesce(nullif(i.type, ''), 'any')
                    FROM pragma_table_list t
                    JOIN pragma_table_info(t.name) i
                    WHERE t.schema = 'main' AND t.type IN ('table', 'virtual')
                      AND t.name NOT LIKE 'flyway%' AND t.name NOT LIKE 'sqlite%'
                    ORDER BY t.name, i.cid""")) {
      while (rows.next()) {
        tables
            .computeIfAbsent(rows.getString(1), t -> new ArrayList<>())
            .add(rows.getString(2) + " " + rows.getString(3));
      }
    }
    return tables;
  }
}
