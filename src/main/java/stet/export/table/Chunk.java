package stet.export.table;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** What one row group has of one column: its pages, each compressed by itself (Zstandard). */
final class Chunk implements PageWriter {
  /** Longest smallest and largest value together, in bytes, that are worth stating. */
  private static final long LONGEST_BOUNDS = 512;

  private final ColumnDescriptor column;
  private final ZstdCompressor compressor = new ZstdCompressor();
  private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
  private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
  private final Set<org.apache.parquet.format.Encoding> encodings = new TreeSet<>();
  private final Statistics<?> statistics;
  private long values;
  private long uncompressed;

  Chunk(ColumnDescriptor column) {
    this.column = column;
    this.statistics = Statistics.createStats(column.getPrimitiveType());
  }

  @Override
  public void writePage(
      BytesInput bytes,
      int valueCount,
      int rowCount,
      Statistics<?> ofPage,
      @Nullable SizeStatistics sizes,
      Encoding repetitions,
      Encoding definitions,
      Encoding encoding)
      throws IOException {
    DataPageHeader data =
        new DataPageHeader(valueCount, stored(encoding), stored(definitions), stored(repetitions));
    PageHeader header = new PageHeader(PageType.DATA_PAGE, 0, 0).setData_page_header(data);
    append(header, bytes, pages);
    encodings.add(stored(encoding));
    encodings.add(stored(definitions));
    encodings.add(stored(repetitions));
    statistics.mergeStatistics(ofPage);
    values += valueCount;
  }

  @Override
  public void writeDictionaryPage(DictionaryPage page) throws IOException {
    DictionaryPageHeader values =
        new DictionaryPageHeader(page.getDictionarySize(), stored(page.getEncoding()));
    PageHeader header =
        new PageHeader(PageType.DICTIONARY_PAGE, 0, 0).setDictionary_page_header(values);
    append(header, page.getBytes(), dictionary);
    encodings.add(stored(page.getEncoding()));
  }

  private static org.apache.parquet.format.Encoding stored(Encoding encoding) {
    return org.apache.parquet.format.Encoding.valueOf(encoding.name());
  }

  private void append(PageHeader header, BytesInput bytes, ByteArrayOutputStream out)
      throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream((int) bytes.size());
    bytes.writeAllTo(whole);
    byte[] plain = whole.toByteArray();
    byte[] packed = new byte[compressor.maxCompressedLength(plain.length)];
    int length = compressor.compress(plain, 0, plain.length, packed, 0, packed.length);
    header.setUncompressed_page_size(plain.length).setCompressed_page_size(length);
    int before = out.size();
    Util.writePageHeader(header, out);
    uncompressed += (long) out.size() - before + plain.length;
    out.write(packed, 0, length);
  }

  /**
   * Writes the chunk: the dictionary if there is one, then the pages.
   *
   * @param position where in the file it begins
   */
  ColumnChunk writeTo(OutputStream out, long position) throws IOException {
    dictionary.writeTo(out);
    pages.writeTo(out);
    ColumnMetaData meta =
        new ColumnMetaData(
            TableSchema.stored(column.getPrimitiveType().getPrimitiveTypeName()),
            new ArrayList<>(encodings),
            List.of(column.getPath()),
            CompressionCodec.ZSTD,
            values,
            uncompressed,
            size(),
            position + dictionary.size());
    if (dictionary.size() > 0) {
      meta.setDictionary_page_offset(position);
    }
    meta.setStatistics(bounds());
    return new ColumnChunk(0).setMeta_data(meta);
  }

  private org.apache.parquet.format.Statistics bounds() {
    org.apache.parquet.format.Statistics bounds = new org.apache.parquet.format.Statistics();
    bounds.setNull_count(statistics.getNumNulls());
    if (statistics.hasNonNullValue() && statistics.isSmallerThan(LONGEST_BOUNDS)) {
      bounds.setMin_value(statistics.getMinBytes()).setMax_value(statistics.getMaxBytes());
    }
    return bounds;
  }

  /** Bytes that it takes in the file. */
  long size() {
    return (long) dictionary.size() + pages.size();
  }

  /** Bytes that it would take without compression. */
  long uncompressed() {
    return uncompressed;
  }

  @Override
  public long getMemSize() {
    return size();
  }

  @Override
  public long allocatedSize() {
    return size();
  }

  @Override
  public String memUsageString(String prefix) {
    return prefix + size();
  }

  // Deprecated, and asked for all the same.
  @SuppressWarnings("deprecation")
  @Override
  public void writePage(
      BytesInput bytes, int count, Statistics<?> s, Encoding r, Encoding d, Encoding v) {
    throw new UnsupportedOperationException("a page without the number of its rows");
  }

  @Override
  public void writePage(
      BytesInput bytes, int count, int rows, Statistics<?> s, Encoding r, Encoding d, Encoding v)
      throws IOException {
    writePage(bytes, count, rows, s, null, r, d, v);
  }

  @Override
  public void writePageV2(
      int rows,
      int nulls,
      int count,
      BytesInput repetitions,
      BytesInput definitions,
      Encoding encoding,
      BytesInput data,
      Statistics<?> s) {
    throw new UnsupportedOperationException("pages are of version 1");
  }
}
