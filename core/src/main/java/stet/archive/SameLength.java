package stet.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import stet.capture.Payload;

/**
 * A record as a gzip member of a length that is given, so that it fits where another lay and every
 * location of the file stays true. What fills it up stands uncompressed at the end of its header
 * and of its block.
 */
final class SameLength {
  private static final byte[] RECORD_END = {'\r', '\n', '\r', '\n'};
  private static final String PADDING = "Stet-Padding: ";
  private static final int STORED = 0xffff;

  /** More than this does not go into a header. */
  private static final int MOST_IN_HEAD = 1 << 10;

  private SameLength() {}

  /**
   * The member; empty where the record does not fit.
   *
   * @param fields of the record, without those of its block
   * @param block gives the block with that many spaces at its end; the same for any number where it
   *     must stay as it is
   */
  static Optional<byte[]> member(
      Map<String, String> fields, IntFunction<Payload> block, long length) throws IOException {
    int spaces = 0;
    for (int attempt = 0; attempt < 8; attempt++) {
      Payload filled = block.apply(spaces);
      byte[] head = deflated(head(fields, filled));
      long missing = length - size(head.length, tail(0, filled).length);
      if (missing < 0 && spaces == 0) {
        return Optional.empty();
      }
      for (int pad = (int) Math.max(0, missing - 64);
          pad <= Math.min(missing, MOST_IN_HEAD);
          pad++) {
        byte[] tail = tail(pad, filled);
        if (size(head.length, tail.length) == length) {
          return Optional.of(member(head, head(fields, filled), tail));
        }
      }
      // The rest goes into the block, but for some bytes with which the header can be fitted.
      spaces = (int) Math.max(0, spaces + missing - MOST_IN_HEAD / 2);
      spaces -= (int) (5L * (spaces / STORED));
    }
    return Optional.empty();
  }

  private static long size(int head, int tail) {
    int pieces = (tail + STORED - 1) / STORED;
    return GzipMember.HEAD + (long) head + 5L * pieces + tail + GzipMember.TRAILER;
  }

  /** All lines of the head but the last and the empty one. */
  private static byte[] head(Map<String, String> fields, Payload block) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("WARC-Block-Digest", block.digest().labelled());
    all.put("Content-Length", Long.toString(block.size()));
    byte[] bytes = RecordHead.bytes(all);
    return java.util.Arrays.copyOf(bytes, bytes.length - 2);
  }

  private static byte[] tail(int pad, Payload block) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((PADDING + "-".repeat(pad) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(block.bytes());
    out.writeBytes(RECORD_END);
    return out.toByteArray();
  }

  /** Ends at a whole byte, so that what is stored can follow. */
  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(bytes);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 13];
      for (int n = 1; n > 0; ) {
        n = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        out.write(buffer, 0, n);
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static byte[] member(byte[] deflated, byte[] head, byte[] tail) {
    CRC32 plain = new CRC32();
    plain.update(head);
    plain.update(tail);
    int rest = (int) size(deflated.length, tail.length) - GzipMember.HEAD;
    ByteBuffer out = ByteBuffer.allocate(rest).order(ByteOrder.LITTLE_ENDIAN).put(deflated);
    for (int from = 0; from < tail.length; from += STORED) {
      int n = Math.min(STORED, tail.length - from);
      out.put((byte) (from + n == tail.length ? 1 : 0)).putShort((short) n).putShort((short) ~n);
      out.put(tail, from, n);
    }
    out.putInt((int) plain.getValue()).putInt(head.length + tail.length);
    CRC32 stored = new CRC32();
    stored.update(out.array());
    return ByteBuffer.allocate(GzipMember.HEAD + rest)
        .put(GzipMember.head(new GzipMember.Head((int) stored.getValue(), rest)))
        .put(out.array())
        .array();
  }
}
