package stet.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The one form in which stet writes a gzip member (RFC 1952).
 *
 * <p>gzip's own CRC-32 covers the bytes before compression, and several compressed forms stand for
 * the same bytes: a match may point to another copy of the same text, and the padding bits of a
 * block are never read. A flip there would go unseen. So the extra field of the header carries the
 * CRC-32 and the length of everything that follows the header, and the rest of the header is
 * constant. With that any flipped byte shows, a file is checked without inflating it, and the next
 * member is found without reading this one.
 */
final class GzipMember {
  /** Bytes of the header, extra field included. */
  static final int HEAD = 28;

  /** Bytes after the compressed data: CRC-32 and size of the plain bytes. */
  static final int TRAILER = 8;

  /** A member can never be shorter; the compressed form of nothing takes two bytes. */
  static final int SHORTEST = HEAD + 2 + TRAILER;

  private static final byte[] FIXED = {
    0x1f,
    (byte) 0x8b, // magic
    8,
    4, // deflate; an extra field follows
    0,
    0,
    0,
    0, // no time
    0,
    (byte) 0xff, // no compression hint, unknown system
    16,
    0, // length of the extra field
    'S',
    'T',
    12,
    0 // the one subfield and its length
  };

  private GzipMember() {}

  /**
   * What the extra field says.
   *
   * @param crc CRC-32 of all bytes after the header
   * @param rest how many bytes follow the header
   */
  record Head(int crc, long rest) {
    long length() {
      return HEAD + rest;
    }
  }

  static byte[] head(Head head) {
    ByteBuffer out = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    return out.put(FIXED).putInt(head.crc).putLong(head.rest).array();
  }

  /** Reads a header at the buffer's position; null where the bytes are no header of ours. */
  static @Nullable Head parse(ByteBuffer bytes) {
    if (bytes.remaining() < HEAD || !fixedAt(bytes, bytes.position())) {
      return null;
    }
    ByteBuffer field =
        bytes
            .slice(bytes.position() + FIXED.length, HEAD - FIXED.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    return new Head(field.getInt(), field.getLong());
  }

  /** The index of the first whole header in the buffer at or after its position; -1 without one. */
  static int search(ByteBuffer bytes) {
    for (int i = bytes.position(); i + HEAD <= bytes.limit(); i++) {
      if (bytes.get(i) == FIXED[0] && fixedAt(bytes, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean fixedAt(ByteBuffer bytes, int at) {
    byte[] found = new byte[FIXED.length];
    bytes.get(at, found);
    return Arrays.equals(found, FIXED);
  }
}
