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
import stet.rows.DataTable;
import stet.rows.TimelineRows;
import stet.timeline.Timeline;

/**
 * Articles, versions, revisions, deltas and sentences as tables for pandas, R and DuckDB. The
 * sentences have the shape of the NewsEdits corpus (Spangher et al., 2022): pairs of versions, each
 * sentence added, deleted, edited, moved or unchanged.
 */
public final class DataExport {
  private final Map<DataTable, RowWriter> tables = new EnumMap<>(DataTable.class);

  private DataExport() {}

  /** In which form. */
  public enum Format {
    /** One JSON object a line. */
    JSONL,
    /** RFC 4180, UTF-8, with a header line. */
    CSV
  }

  /**
   * Writes one file for each table. They are put in their places when all are complete.
   *
   * @param folder made where there is none; files of these names in it are replaced
   * @throws IOException when a file cannot be written
   */
  public static Exported write(Iterator<Timeline> articles, Path folder, Format format)
      throws IOException {
    String ending = format == Format.CSV ? ".csv" : ".jsonl";
    try (WorkFolder work = WorkFolder.beside(folder.resolve("tables"))) {
      int count = new DataExport().writeAll(articles, work.path(), format == Format.CSV);
      long bytes = 0;
      for (DataTable table : DataTable.values()) {
        Path whole = work.file(table.id() + ending);
        bytes += Files.size(whole);
        WorkFolder.put(whole, folder.resolve(table.id() + ending));
      }
      return new Exported(count, 0, DataTable.values().length, bytes, List.of());
    }
  }

  private int writeAll(Iterator<Timeline> articles, Path folder, boolean csv) throws IOException {
    int count = 0;
    try {
      for (DataTable table : DataTable.values()) {
        tables.put(table, new RowWriter(table, folder, csv));
      }
      while (articles.hasNext()) {
        TimelineRows.write(articles.next(), this::row);
        count++;
      }
    } finally {
      for (RowWriter table : tables.values()) {
        table.close();
      }
    }
    return count;
  }

  private void row(DataTable table, List<@Nullable Object> values) throws IOException {
    Objects.requireNonNull(tables.get(table)).write(values);
  }
}
