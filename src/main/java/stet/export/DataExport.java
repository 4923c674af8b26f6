package stet.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import stet.export.table.TableFormat;
import stet.export.table.TableWriter;
import stet.rows.DataTable;
import stet.rows.TimelineRows;
import stet.timeline.Timeline;

/**
 * Articles, versions, revisions, deltas and sentences as tables for pandas, R and DuckDB. The
 * sentences have the shape of the NewsEdits corpus (Spangher et al., 2022): pairs of versions, each
 * sentence added, deleted, edited, moved or unchanged.
 */
public final class DataExport {
  private final Map<DataTable, TableWriter> tables = new EnumMap<>(DataTable.class);
  private final TableFormat format;
  private final String program;

  /**
   * @param program name and version of the program, for files that state them
   */
  public DataExport(TableFormat format, String program) {
    this.format = format;
    this.program = program;
  }

  /**
   * Writes one file for each table. They are put in their places when all are complete.
   *
   * @param folder made where there is none; files of these names in it are replaced
   * @throws IOException when a file cannot be written
   */
  public Exported write(Iterator<Timeline> articles, Path folder) throws IOException {
    try (WorkFolder work = WorkFolder.beside(folder.resolve("tables"))) {
      int count = writeAll(articles, work.path());
      long bytes = 0;
      for (DataTable table : DataTable.values()) {
        Path whole = work.file(format.file(table));
        bytes += Files.size(whole);
        WorkFolder.put(whole, folder.resolve(format.file(table)));
      }
      return new Exported(count, 0, DataTable.values().length, bytes, List.of());
    }
  }

  private int writeAll(Iterator<Timeline> articles, Path folder) throws IOException {
    int count = 0;
    try {
      for (DataTable table : DataTable.values()) {
        tables.put(table, format.open(table, folder, program));
      }
      while (articles.hasNext()) {
        TimelineRows.write(articles.next(), this::row);
        count++;
      }
    } finally {
      for (TableWriter table : tables.values()) {
        table.close();
      }
    }
    return count;
  }

  private void row(DataTable table, List<@Nullable Object> values) throws IOException {
    Objects.requireNonNull(tables.get(table)).write(values);
  }
}
