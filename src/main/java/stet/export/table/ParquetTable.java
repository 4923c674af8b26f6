package stet.export.table;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import stet.rows.DataTable;

/**
 * One table as a Parquet file. Rows are gathered in memory until they come to {@value #GROUP_BYTES}
 * bytes, and are a row group then. The file is whole when it is closed.
 */
final class ParquetTable implements TableWriter {
  /** Values of a row group before they are encoded, in bytes. */
  static final long GROUP_BYTES = 32 << 20;

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final DataTable table;
  private final MessageType schema;
  private final String program;
  private final OutputStream out;
  private final List<RowGroup> groups = new ArrayList<>();
  private long position;
  private long rows;
  private Group group;

  /**
   * Begins a file.
   *
   * @param file what is there is replaced
   * @param program name and version of the program, which the file states
   */
  ParquetTable(DataTable table, Path file, String program) throws IOException {
    this.table = table;
    this.schema = TableSchema.message(table);
    this.program = program;
    this.group = new Group(table, schema);
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    write(MAGIC);
  }

  @Override
  public void write(List<@Nullable Object> values) throws IOException {
    group.add(values);
    if (group.bytes() >= GROUP_BYTES) {
      endGroup();
    }
  }

  private void endGroup() throws IOException {
    if (group.rows() > 0) {
      RowGroup written = group.writeTo(out, position);
      groups.add(written);
      position += written.getTotal_compressed_size();
      rows += group.rows();
    }
    group = new Group(table, schema);
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      endGroup();
      ByteArrayOutputStream footer = new ByteArrayOutputStream();
      Util.writeFileMetaData(meta(), footer);
      write(footer.toByteArray());
      write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.size()).array());
      write(MAGIC);
    }
  }

  private FileMetaData meta() {
    ColumnOrder byType = ColumnOrder.TYPE_ORDER(new TypeDefinedOrder());
    return new FileMetaData(1, TableSchema.elements(table), rows, groups)
        // As other programs take it apart: a name, "version", the version.
        .setCreated_by(program.replaceFirst(" ", " version "))
        .setColumn_orders(Collections.nCopies(schema.getColumns().size(), byType));
  }
}
