package stet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parquet files as DuckDB reads them. */
public final class ParquetFile {
  private ParquetFile() {}

  /** All rows in the order of the file; lists as lists, times as instants. */
  public static List<Map<String, Object>> rows(Path file) throws SQLException {
    return query("SELECT * FROM '" + file + "'");
  }

  /** All values of all rows of a file with these bytes, for tests that look for words. */
  public static String text(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("stet-test", ".parquet");
    try {
      return rows(Files.write(file, bytes)).toString();
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      Files.delete(file);
    }
  }

  /** What DuckDB answers. */
  public static List<Map<String, Object>> query(String sql) throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      ResultSetMetaData meta = result.getMetaData();
      while (result.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
          row.put(meta.getColumnName(i), plain(result.getObject(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static Object plain(Object value) throws SQLException {
    if (value instanceof Array list) {
      return Arrays.asList((Object[]) list.getArray());
    }
    return value instanceof OffsetDateTime time ? time.toInstant() : value;
  }
}
