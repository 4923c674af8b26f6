package stet.ingest.warc;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A buffer that moves over a source. */
final class RawInput {
  private final ByteSource source;
  private final byte[] buffer = new byte[1 << 16];
  private long start;
  private int next;
  private int end;

  RawInput(ByteSource source, long at) {
    this.source = source;
    this.start = at;
  }

  /** The place of the next byte. */
  long position() {
    return start + next;
  }

  void seek(long at) {
    if (at >= start && at <= start + end) {
      next = (int) (at - start);
    } else {
      start = at;
      next = 0;
      end = 0;
    }
  }

  /** Makes sure that a byte is there; false at the end. */
  boolean fill() throws IOException {
    if (next < end) {
      return true;
    }
    start += end;
    next = 0;
    end = Math.max(0, source.read(ByteBuffer.wrap(buffer), start));
    return end > 0;
  }

  /** The next byte, -1 at the end. */
  int read() throws IOException {
    return fill() ? buffer[next++] & 0xff : -1;
  }

  byte[] buffer() {
    return buffer;
  }

  int next() {
    return next;
  }

  /** How many bytes can be taken from {@link #buffer()} at {@link #next()}. */
  int available() {
    return end - next;
  }

  void advance(int count) {
    next += count;
  }
}
