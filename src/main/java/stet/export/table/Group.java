package stet.export.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.impl.ColumnWriteStoreV1;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import stet.rows.Column;
import stet.rows.DataTable;

/** The rows of a row group, encoded in memory. */
final class Group {
  private static final ParquetProperties PROPERTIES =
      ParquetProperties.builder().withSizeStatisticsEnabled(false).build();

  private final List<Column> columns;
  private final List<ColumnWriter> writers = new ArrayList<>();
  private final Map<ColumnDescriptor, Chunk> chunks = new LinkedHashMap<>();
  private final ColumnWriteStore store;
  private long rows;
  private long bytes;

  Group(DataTable table, MessageType schema) {
    this.columns = table.columns();
    for (ColumnDescriptor column : schema.getColumns()) {
      chunks.put(column, new Chunk(column));
    }
    PageWriteStore pages =
        new PageWriteStore() {
          @Override
          public PageWriter getPageWriter(ColumnDescriptor column) {
            return Objects.requireNonNull(chunks.get(column));
          }
        };
    this.store = new ColumnWriteStoreV1(schema, pages, PROPERTIES);
    chunks.keySet().forEach(column -> writers.add(store.getColumnWriter(column)));
  }

  long rows() {
    return rows;
  }

  /** Size of the values that were added, before they were encoded. */
  long bytes() {
    return bytes;
  }

  void add(List<@Nullable Object> values) {
    for (int i = 0; i < columns.size(); i++) {
      add(writers.get(i), values.get(i), columns.get(i));
    }
    store.endRecord();
    rows++;
  }

  private void add(ColumnWriter writer, @Nullable Object value, Column column) {
    bytes += Long.BYTES;
    if (value == null) {
      writer.writeNull(0, 0);
      return;
    }
    switch (column.type()) {
      case TEXT -> writer.write(text(value), 0, 1);
      case INTEGER -> writer.write((long) (Long) value, 0, 1);
      case NUMBER -> writer.write((double) (Double) value, 0, 1);
      case BOOLEAN -> writer.write((boolean) (Boolean) value, 0, 1);
      case TIME -> writer.write(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value), 0, 1);
      case LIST -> addList(writer, (List<?>) value);
    }
  }

  /** Levels: 0 no list, 1 an empty one, 2 an item; the first item begins the list. */
  private void addList(ColumnWriter writer, List<?> items) {
    if (items.isEmpty()) {
      writer.writeNull(0, 1);
    }
    for (int i = 0; i < items.size(); i++) {
      writer.write(text(items.get(i)), i == 0 ? 0 : 1, 2);
    }
  }

  private Binary text(Object value) {
    Binary text = Binary.fromString((String) value);
    bytes += text.length();
    return text;
  }

  /**
   * Writes the group; nothing may be added after that.
   *
   * @param position where in the file it begins
   */
  RowGroup writeTo(OutputStream out, long position) throws IOException {
    store.flush();
    List<ColumnChunk> written = new ArrayList<>();
    long uncompressed = 0;
    long size = 0;
    for (Chunk chunk : chunks.values()) {
      written.add(chunk.writeTo(out, position + size));
      uncompressed += chunk.uncompressed();
      size += chunk.size();
    }
    store.close();
    return new RowGroup(written, uncompressed, rows)
        .setFile_offset(position)
        .setTotal_compressed_size(size);
  }
}
