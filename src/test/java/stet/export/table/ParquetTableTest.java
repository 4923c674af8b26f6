package stet.export.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.ParquetFile;
import stet.rows.Column;
import stet.rows.ColumnType;
import stet.rows.DataTable;

/** What is written is what another program reads, however odd, long or little it is. */
class ParquetTableTest {
  private static final DataTable TABLE = DataTable.VERSIONS;

  @TempDir Path dir;

  private Path written(List<List<Object>> rows) throws IOException {
    try (TableWriter writer = TableFormat.PARQUET.open(TABLE, dir, "stet 1.0.0")) {
      for (List<Object> row : rows) {
        writer.write(row);
      }
    }
    return dir.resolve("versions.parquet");
  }

  /** A row with this text in each text, this number in each number and so on. */
  private static List<Object> row(String text, Long number, Instant time, List<String> list) {
    List<Object> row = new ArrayList<>();
    for (Column column : TABLE.columns()) {
      row.add(
          switch (column.type()) {
            case TEXT -> text;
            case INTEGER -> number;
            case NUMBER -> number == null ? null : (Double) (double) number;
            case BOOLEAN -> number == null ? null : (Boolean) (number > 0);
            case TIME -> time;
            case LIST -> list;
          });
    }
    return row;
  }

  private static List<Object> row(String text) {
    return row(text, 1L, Instant.EPOCH, List.of(text));
  }

  private void comesBack(List<List<Object>> rows) throws IOException, SQLException {
    List<List<Object>> read = new ArrayList<>();
    for (Map<String, Object> row : ParquetFile.rows(written(rows))) {
      read.add(new ArrayList<>(row.values()));
    }
    assertThat(read).isEqualTo(rows);
  }

  @Test
  void noRowsAreATableWithItsColumns() throws IOException, SQLException {
    Path file = written(List.of());
    assertThat(ParquetFile.rows(file)).isEmpty();
    Map<String, String> types = new LinkedHashMap<>();
    for (Map<String, Object> column : ParquetFile.query("DESCRIBE SELECT * FROM '" + file + "'")) {
      types.put((String) column.get("column_name"), (String) column.get("column_type"));
    }
    Map<String, String> expected = new LinkedHashMap<>();
    TABLE.columns().forEach(c -> expected.put(c.name(), duck(c.type())));
    assertThat(types).isEqualTo(expected);
    assertThat(List.copyOf(types.keySet())).isEqualTo(List.copyOf(expected.keySet()));
  }

  private static String duck(ColumnType type) {
    return switch (type) {
      case TEXT -> "VARCHAR";
      case INTEGER -> "BIGINT";
      case NUMBER -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case TIME -> "TIMESTAMP WITH TIME ZONE";
      case LIST -> "VARCHAR[]";
    };
  }

  @Test
  void noValueAnEmptyOneAndAListOfEmptyOnesAreToldApart() throws IOException, SQLException {
    comesBack(
        List.of(
            row(null, null, null, null),
            row("", 0L, Instant.EPOCH, List.of()),
            row(" ", -1L, Instant.parse("1969-12-31T23:59:59.999999Z"), List.of("")),
            row("a", Long.MIN_VALUE, Instant.parse("2026-03-14T06:00:00.000001Z"), List.of("", "")),
            row(null, Long.MAX_VALUE, null, List.of("a", "", "b"))));
  }

  @Test
  void anyCharacterComesBack() throws IOException, SQLException {
    List<List<Object>> rows = new ArrayList<>();
    for (String text :
        List.of(
            "\0\u0001\t\r\n\u001b[31m\u007f\u0085",
            "\u202egnorw\u202c \u2066\u2069\u200f",
            "\ufeff=1+1",
            "ab\u0301c \ud83d\udc69\u200d\ud83d\ude92 \ud83c\uddee\ud83c\uddf3",
            "'\"|,;\\ NULL",
            "\u043f\u0440\u0438\u0432\u0435\u0442 \u4f60\u597d \u0645\u0631\u062d\u0628\u0627")) {
      rows.add(row(text));
    }
    comesBack(rows);
  }

  @Test
  void oneVeryLongTextComesBack() throws IOException, SQLException {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    while (text.length() < 3_000_000) {
      text.append(Integer.toString(random.nextInt(), 36)).append('\u00e4');
    }
    List<Object> row = row("short");
    row.set(TABLE.columns().size() - 4, text.toString());
    comesBack(List.of(row("short"), row, row("short")));
  }

  /** Of 80 MB no more than a group is in memory at a time, whatever the rows are like. */
  @Test
  void manyRowsAreManyGroups() throws IOException, SQLException {
    String text = "The quay was shut. ".repeat(1000);
    Path file;
    try (TableWriter writer = TableFormat.PARQUET.open(TABLE, dir, "stet 1.0.0")) {
      for (int i = 0; i < 4000; i++) {
        List<Object> row = row("" + i % 7, (long) i, Instant.ofEpochSecond(i), List.of());
        row.set(TABLE.columns().size() - 4, text + i);
        writer.write(row);
      }
      file = dir.resolve("versions.parquet");
    }
    List<Map<String, Object>> groups =
        ParquetFile.query(
            "SELECT DISTINCT row_group_id, row_group_num_rows AS n FROM parquet_metadata('"
                + file
                + "') ORDER BY 1");
    assertThat(groups).hasSize(3);
    assertThat(
            ParquetFile.query(
                "SELECT count(*) AS n, count(DISTINCT version) AS d, sum(version)::BIGINT AS s,"
                    + " bool_and(body = repeat('The quay was shut. ', 1000) || version) AS same"
                    + " FROM '"
                    + file
                    + "'"))
        .isEqualTo(List.of(Map.of("n", 4000L, "d", 4000L, "s", 7_998_000L, "same", true)));
    // What a reader may leave out by the bounds that a group states.
    assertThat(ParquetFile.query("SELECT source FROM '" + file + "' WHERE version = 3999"))
        .isEqualTo(List.of(Map.of("source", "" + 3999 % 7)));
  }

  @Test
  void aFileThatWasCutIsNoTable() throws IOException {
    Path file = written(List.of(row("a"), row("b")));
    try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(Files.size(file) - 1);
    }
    assertThatThrownBy(() -> ParquetFile.rows(file)).isInstanceOf(SQLException.class);
  }

  @Test
  void theSameRowsAreTheSameBytes() throws IOException {
    List<List<Object>> rows = Arrays.asList(row("a"), row(null, null, null, null), row("b"));
    byte[] first = Files.readAllBytes(written(rows));
    assertThat(Files.readAllBytes(written(rows))).isEqualTo(first);
  }
}
