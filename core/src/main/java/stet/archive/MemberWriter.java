package stet.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import stet.capture.Payload;

/**
 * Compresses one record into one gzip member: its head, then what follows. The member's header can
 * only be completed when all is written; until then it says that zero bytes follow, so an
 * unfinished member never looks sound.
 */
final class MemberWriter {
  private final ArchiveFile file;
  private final long offset;
  private final Deflater deflater;
  private final CRC32 plainCrc = new CRC32();
  private final CRC32 storedCrc = new CRC32();
  private final byte[] buffer = new byte[1 << 16];
  private int filled = GzipMember.HEAD;
  private long flushed;
  private long plainSize;

  /**
   * @param deflater raw deflate (no zlib wrapping), reset; stays the caller's
   */
  MemberWriter(ArchiveFile file, long offset, Deflater deflater) {
    this.file = file;
    this.offset = offset;
    this.deflater = deflater;
    System.arraycopy(GzipMember.head(new GzipMember.Head(0, 0)), 0, buffer, 0, filled);
  }

  /** Writes the record's head, up to a whole byte, so that what follows may be compressed apart. */
  void head(byte[] bytes) throws IOException {
    compress(bytes, bytes.length);
    int n;
    do {
      n = deflate(Deflater.SYNC_FLUSH);
    } while (n > 0);
    deflater.reset();
  }

  /** Compresses and writes the record's block and end; returns the member's length in bytes. */
  long finish(Payload block) throws IOException {
    PackedBlock.each(block, this::compress);
    deflater.finish();
    while (!deflater.finished()) {
      deflate(Deflater.NO_FLUSH);
    }
    return close((int) plainCrc.getValue());
  }

  /** Writes the record's block and end; returns the member's length in bytes. */
  long finish(PackedBlock block) throws IOException {
    byte[] bytes = block.deflated();
    storedCrc.update(bytes);
    for (int from = 0; from < bytes.length; ) {
      if (filled == buffer.length) {
        flushBuffer();
      }
      int n = Math.min(bytes.length - from, buffer.length - filled);
      System.arraycopy(bytes, from, buffer, filled, n);
      filled += n;
      from += n;
    }
    plainSize += block.plain();
    return close(PackedBlock.joined((int) plainCrc.getValue(), block.crc(), block.plain()));
  }

  /** A new level counts from the first call on, which may take nothing in and flush nothing. */
  private void compress(byte[] bytes, int length) throws IOException {
    plainCrc.update(bytes, 0, length);
    plainSize += length;
    deflater.setInput(bytes, 0, length);
    while (!deflater.needsInput()) {
      deflate(Deflater.NO_FLUSH);
    }
  }

  private int deflate(int flush) throws IOException {
    if (filled == buffer.length) {
      flushBuffer();
    }
    int n = deflater.deflate(buffer, filled, buffer.length - filled, flush);
    storedCrc.update(buffer, filled, n);
    filled += n;
    return n;
  }

  private void flushBuffer() throws IOException {
    file.write(ByteBuffer.wrap(buffer, 0, filled), offset + flushed);
    flushed += filled;
    filled = 0;
  }

  private long close(int crc) throws IOException {
    if (buffer.length - filled < GzipMember.TRAILER) {
      flushBuffer();
    }
    ByteBuffer.wrap(buffer, filled, GzipMember.TRAILER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(crc)
        .putInt((int) plainSize);
    storedCrc.update(buffer, filled, GzipMember.TRAILER);
    filled += GzipMember.TRAILER;
    long length = flushed + filled;
    complete(new GzipMember.Head((int) storedCrc.getValue(), length - GzipMember.HEAD));
    return length;
  }

  private void complete(GzipMember.Head head) throws IOException {
    byte[] bytes = GzipMember.head(head);
    if (flushed == 0) {
      System.arraycopy(bytes, 0, buffer, 0, bytes.length);
      flushBuffer();
    } else {
      flushBuffer();
      file.write(ByteBuffer.wrap(bytes), offset);
    }
  }
}
