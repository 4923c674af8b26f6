package stet.archive;

/**
 * The CRC-32 (RFC 1952 section 8) of two sequences of bytes as one, from those of each: what comes
 * first is multiplied by x to the number of bits that follow, modulo the polynomial.
 */
final class JoinedCrc {
  /** Bits are in the order of the CRC: the highest stands for x to the power of zero. */
  private static final int POLYNOMIAL = 0xEDB88320;

  private static final int ONE = 1 << 31;

  private JoinedCrc() {}

  /**
   * The CRC-32 of both.
   *
   * @param length of the second, in bytes
   */
  static int of(int first, int second, long length) {
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
