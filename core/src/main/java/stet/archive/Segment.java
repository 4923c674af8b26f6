package stet.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import stet.archive.RecordHead.MalformedRecord;
import stet.capture.Digest;
import stet.capture.Payload;

/** The file being appended to. Records written since the last commit can be taken back. */
final class Segment implements Closeable {
  private final String name;
  private final ArchiveFile file;
  private final Deflater deflater;
  private final String warcinfoId;
  private long committed;
  private long position;
  private boolean dirty;

  private Segment(
      String name, ArchiveFile file, Deflater deflater, String warcinfoId, long committed) {
    this.name = name;
    this.file = file;
    this.deflater = deflater;
    this.warcinfoId = warcinfoId;
    this.committed = committed;
    this.position = committed;
  }

  /** Goes on with a file whose sound records end at {@code end}. */
  static Segment open(
      ArchiveFolder folder, String name, long end, ArchiveFile.Opener opener, Deflater deflater)
      throws IOException {
    String id;
    try (RecordReader first = RecordReader.open(folder, name, 0)) {
      id = first.head().get("WARC-Record-ID");
    } catch (MalformedRecord e) {
      throw new DamagedRecordException(name, 0, e.getMessage());
    }
    return new Segment(name, opener.open(folder.file(name)), deflater, id, end);
  }

  /** Begins an empty file; its first record is written with the first batch. */
  static Segment create(
      ArchiveFolder folder, String name, Instant now, ArchiveFile.Opener opener, Deflater deflater)
      throws IOException {
    ArchiveFile file = opener.open(folder.file(name));
    return new Segment(name, file, deflater, recordId(name + '\n' + now), 0);
  }

  String name() {
    return name;
  }

  String warcinfoId() {
    return warcinfoId;
  }

  /** Bytes in the file that are committed. */
  long size() {
    return committed;
  }

  /** Whether anything was ever committed to this file. */
  boolean isNew() {
    return committed == 0;
  }

  /** An id for the next record; distinct because no two records share file, place and seed. */
  String nextRecordId(String seed) {
    return recordId(warcinfoId + '\n' + position + '\n' + seed);
  }

  /**
   * A name-based id instead of a random one makes the archive of the same captures at the same
   * clock the same bytes. Layout of RFC 9562, version 8.
   */
  private static String recordId(String seed) {
    byte[] hash = Digest.algorithm().digest(seed.getBytes(StandardCharsets.UTF_8));
    hash[6] = (byte) (hash[6] & 0x0f | 0x80);
    hash[8] = (byte) (hash[8] & 0x3f | 0x80);
    ByteBuffer bits = ByteBuffer.wrap(hash);
    return "<urn:uuid:" + new UUID(bits.getLong(), bits.getLong()) + ">";
  }

  /** Makes sure that the file is what the last commit left. */
  void begin() throws IOException {
    if (dirty) {
      file.truncate(committed);
      dirty = false;
    }
    if (file.size() != committed) {
      throw new IOException(
          "cannot write to '" + name + "': another program has changed it; start again");
    }
    position = committed;
  }

  /** Writes the record that opens a file. */
  void writeWarcinfo(Instant now) throws IOException {
    byte[] block =
        ("software: stet\r\n"
                + "format: WARC File Format 1.1\r\n"
                + "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
                + "description: captures of news articles; fields beginning with Stet- are"
                + " explained in docs/FORMAT.md, format 1\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("WARC-Type", "warcinfo");
    fields.put("WARC-Record-ID", warcinfoId);
    fields.put("WARC-Date", now.toString());
    fields.put("WARC-Filename", name);
    fields.put("Content-Type", "application/warc-fields");
    fields.put("WARC-Block-Digest", Digest.of(block).labelled());
    fields.put("Content-Length", Integer.toString(block.length));
    write(fields, Payload.of(block));
  }

  /** Writes one record; it counts only after {@link #commit()}. */
  WarcLocation write(Map<String, String> fields, Payload block) throws IOException {
    return write(fields, RecordBlock.of(block));
  }

  /** The same with a block that may be compressed already. */
  WarcLocation write(Map<String, String> fields, RecordBlock block) throws IOException {
    dirty = true;
    deflater.reset();
    deflater.setLevel(block.level());
    MemberWriter member = new MemberWriter(file, position, deflater);
    member.head(RecordHead.bytes(fields));
    PackedBlock packed = block.packed();
    long length = packed == null ? member.finish(block.bytes()) : member.finish(packed);
    WarcLocation location = new WarcLocation(name, position, length);
    position = location.end();
    return location;
  }

  /** Returns when all records written are on the disk. */
  void commit() throws IOException {
    file.force();
    committed = position;
    dirty = false;
  }

  /** Takes back what was written since the last commit, now or, if the disk refuses, later. */
  void rollback() throws IOException {
    position = committed;
    file.truncate(committed);
    file.force();
    dirty = false;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
