package stet.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Length of the longest common subsequence, by rows of bits: Hyyrö, Bit-parallel LCS-length
 * computation revisited (AWOCA 2004).
 */
final class LongestCommon {
  private LongestCommon() {}

  static int length(List<String> a, List<String> b) {
    int width = (a.size() + 63) / 64;
    Map<String, long[]> places = new HashMap<>();
    for (int i = 0; i < a.size(); i++) {
      places.computeIfAbsent(a.get(i), w -> new long[width])[i / 64] |= 1L << (i % 64);
    }
    long[] row = new long[width];
    java.util.Arrays.fill(row, -1L);
    for (String word : b) {
      long[] at = places.get(word);
      if (at != null) {
        step(row, at);
      }
    }
    int zeros = 0;
    for (int i = 0; i < a.size(); i++) {
      zeros += (row[i / 64] >>> (i % 64) & 1) == 0 ? 1 : 0;
    }
    return zeros;
  }

  /** row = (row + (row & at)) | (row & ~at), the carry taken from word to word. */
  private static void step(long[] row, long[] at) {
    long carry = 0;
    for (int k = 0; k < row.length; k++) {
      long both = row[k] & at[k];
      long sum = row[k] + both;
      long next = Long.compareUnsigned(sum, row[k]) < 0 ? 1 : 0;
      sum += carry;
      next |= carry == 1 && sum == 0 ? 1 : 0;
      row[k] = sum | (row[k] & ~at[k]);
      carry = next;
    }
  }
}
