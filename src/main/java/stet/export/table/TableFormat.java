package stet.export.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import stet.rows.DataTable;

/** In which form tables are written. */
public enum TableFormat {
  /** One JSON object a line. */
  JSONL,
  /** RFC 4180, UTF-8, with a header line. */
  CSV,
  /** Columns with their types, compressed. */
  PARQUET;

  /** The name of a table's file. */
  public String file(DataTable table) {
    return table.id() + '.' + name().toLowerCase(Locale.ROOT);
  }

  /**
   * Begins a table.
   *
   * @param folder where its file is to be; a file of its name is replaced
   * @param program name and version of the program, for files that state them
   */
  public TableWriter open(DataTable table, Path folder, String program) throws IOException {
    Path file = folder.resolve(file(table));
    return this == PARQUET
        ? new ParquetTable(table, file, program)
        : new TextTable(table, file, this == CSV);
  }
}
