package stet.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses one record into one gzip member. The header can only be completed when all is written;
 * until then it says that zero bytes follow, so an unfinished member never looks sound.
 */
final class MemberWriter extends OutputStream {
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

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    plainCrc.update(bytes, from, length);
    plainSize += length;
    deflater.setInput(bytes, from, length);
    while (!deflater.needsInput()) {
      deflate();
    }
  }

  private void deflate() throws IOException {
    if (filled == buffer.length) {
      flushBuffer();
    }
    int n = deflater.deflate(buffer, filled, buffer.length - filled);
    storedCrc.update(buffer, filled, n);
    filled += n;
  }

  private void flushBuffer() throws IOException {
    file.write(ByteBuffer.wrap(buffer, 0, filled), offset + flushed);
    flushed += filled;
    filled = 0;
  }

  /** Writes what is left and completes the header; returns the member's length in bytes. */
  long finish() throws IOException {
    deflater.finish();
    while (!deflater.finished()) {
      deflate();
    }
    if (buffer.length - filled < GzipMember.TRAILER) {
      flushBuffer();
    }
    ByteBuffer.wrap(buffer, filled, GzipMember.TRAILER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) plainCrc.getValue())
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
