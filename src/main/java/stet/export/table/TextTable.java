package stet.export.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.json.StetJson;
import stet.rows.Column;
import stet.rows.DataTable;
import stet.text.SpreadsheetText;

/** Writes the rows of one table: JSON objects a line, or CSV (RFC 4180) with a header line. */
final class TextTable implements TableWriter {
  private final List<Column> columns;
  private final BufferedWriter out;
  private final boolean csv;

  TextTable(DataTable table, Path file, boolean csv) throws IOException {
    this.columns = table.columns();
    this.csv = csv;
    this.out = Files.newBufferedWriter(file);
    if (csv) {
      out.write(columns.stream().map(Column::name).collect(Collectors.joining(",")) + "\r\n");
    }
  }

  @Override
  public void write(List<@Nullable Object> values) throws IOException {
    out.write(csv ? csv(values) : json(values) + "\n");
  }

  private String json(List<@Nullable Object> values) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i).name(), values.get(i));
    }
    return StetJson.row(cells).line();
  }

  private static String csv(List<@Nullable Object> values) {
    return values.stream().map(TextTable::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String field(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text =
        value instanceof Collection<?> list
            ? list.stream().map(String::valueOf).collect(Collectors.joining("|"))
            : value.toString();
    if (!(value instanceof Number)) {
      text = SpreadsheetText.escaped(text);
    }
    boolean plain = text.chars().noneMatch(c -> ",;\"\r\n\t".indexOf(c) >= 0);
    // An empty text and no value at all are told apart, as DuckDB and PostgreSQL read them.
    return plain && !text.isEmpty() ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
