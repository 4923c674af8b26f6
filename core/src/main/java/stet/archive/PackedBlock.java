package stet.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import stet.capture.Digest;
import stet.capture.Payload;

/**
 * A record's block and end as they follow its head in a member, compressed before it is known where
 * the record will lie. The head tells the place, so it is compressed apart, up to a whole byte.
 *
 * @param deflated the end of a raw deflate stream (RFC 1951) that refers to nothing before it
 * @param crc CRC-32 of the plain bytes
 * @param plain how many those are
 */
record PackedBlock(byte[] deflated, int crc, long plain) {
  private static final byte[] RECORD_END = {'\r', '\n', '\r', '\n'};
  private static final int BUFFER = 1 << 15;

  /** Bits are in the order of the CRC: the highest stands for x to the power of zero. */
  private static final int POLYNOMIAL = 0xEDB88320;

  private static final int ONE = 1 << 31;

  /**
   * Compresses a block into memory.
   *
   * @throws IOException when its bytes cannot be read, or are not those of its digest
   */
  static PackedBlock of(Payload block, int level) throws IOException {
    Deflater deflater = new Deflater(level, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[BUFFER];
    try {
      each(
          block,
          (bytes, length) -> {
            crc.update(bytes, 0, length);
            deflater.setInput(bytes, 0, length);
            while (!deflater.needsInput()) {
              out.write(buffer, 0, deflater.deflate(buffer));
            }
          });
      deflater.finish();
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    } finally {
      deflater.end();
    }
    return new PackedBlock(
        out.toByteArray(), (int) crc.getValue(), block.size() + RECORD_END.length);
  }

  /** Takes bytes, which are good until it returns. */
  interface Taker {
    void take(byte[] bytes, int length) throws IOException;
  }

  /**
   * Hands over the bytes of a block and of the record's end. Always in the same pieces, so that
   * they come out the same wherever they are compressed.
   *
   * @throws IOException when they cannot be read, or are not those of the block's digest
   */
  static void each(Payload block, Taker to) throws IOException {
    MessageDigest sha = Digest.algorithm();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream in = block.open()) {
      for (int n = in.readNBytes(buffer, 0, BUFFER); n > 0; n = in.readNBytes(buffer, 0, BUFFER)) {
        sha.update(buffer, 0, n);
        to.take(buffer, n);
        size += n;
      }
    }
    if (size != block.size()
        || !Arrays.equals(sha.digest(), HexFormat.of().parseHex(block.digest().hex()))) {
      throw new IOException("the captured bytes changed while they were being archived");
    }
    to.take(RECORD_END, RECORD_END.length);
  }

  /**
   * The CRC-32 (RFC 1952 section 8) of two sequences of bytes as one, from those of each: what
   * comes first is multiplied by x to the number of bits that follow, modulo the polynomial.
   *
   * @param length of the second, in bytes
   */
  static int joined(int first, int second, long length) {
    int factor = ONE;
    int square = ONE >>> 8;
    for (long left = length; left > 0; left >>>= 1) {
      factor = (left & 1) == 0 ? factor : product(square, factor);
      square = product(square, square);
    }
    return product(factor, first) ^ second;
  }

  private static int product(int a, int b) {
    int sum = 0;
    int shifted = b;
    for (int left = a; left != 0; left <<= 1) {
      sum ^= left < 0 ? shifted : 0;
      shifted = (shifted & 1) == 0 ? shifted >>> 1 : shifted >>> 1 ^ POLYNOMIAL;
    }
    return sum;
  }
}
