package stet.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One side of a pair for the score: its words and the marks on them, by code point. */
final class ScoredText {
  final int[] cps;
  final List<int[]> words = new ArrayList<>();

  /** For every code point how many that are not white space stand before it. */
  final int[] solid;

  final List<Integer> feeds = new ArrayList<>();

  ScoredText(String text) {
    cps = text.codePoints().toArray();
    solid = new int[cps.length + 1];
    for (int i = 0; i < cps.length; i++) {
      solid[i + 1] = solid[i] + (isSpace(cps[i]) ? 0 : 1);
      if (cps[i] == '\n') {
        feeds.add(solid[i]);
      }
    }
    int i = 0;
    while (i < cps.length) {
      if (!isWord(cps[i])) {
        i++;
        continue;
      }
      int e = run(i);
      while (e + 1 < cps.length && "’'-.,:/".indexOf(cps[e]) >= 0 && isWord(cps[e + 1])) {
        e = run(e + 1);
      }
      words.add(new int[] {i, e});
      i = e;
    }
  }

  private int run(int i) {
    int e = i;
    while (e < cps.length && isWord(cps[e])) {
      e++;
    }
    return e;
  }

  String word(int k) {
    int[] w = words.get(k);
    return new String(cps, w[0], w[1] - w[0]);
  }

  /** The strongest mark on each word: 1 changed, 2 moved. */
  int[] marks(byte[] labels) {
    int[] marks = new int[words.size()];
    for (int k = 0; k < marks.length; k++) {
      for (int x = solid[words.get(k)[0]]; x < solid[words.get(k)[1]]; x++) {
        marks[k] = labels[x] == 1 || marks[k] == 1 ? 1 : Math.max(marks[k], labels[x]);
      }
    }
    return marks;
  }

  /** What is true of each word: 1 changed, 2 moved, 3 spelled otherwise. */
  int[] truth(JsonNode runs) {
    byte[] codes = new byte[cps.length];
    int at = 0;
    for (JsonNode run : runs) {
      int n = run.get(1).asInt();
      Arrays.fill(codes, at, at + n, (byte) (run.get(0).stringValue().charAt(0) - '0'));
      at += n;
    }
    int[] truth = new int[words.size()];
    for (int k = 0; k < truth.length; k++) {
      boolean[] has = new boolean[4];
      for (int i = words.get(k)[0]; i < words.get(k)[1]; i++) {
        has[codes[i]] = true;
      }
      truth[k] = has[1] ? 1 : has[2] ? 2 : has[3] ? 3 : 0;
    }
    return truth;
  }

  static boolean isSpace(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == 0x85
        || c == 0x200b
        || c == 0xfeff;
  }

  private static boolean isWord(int c) {
    int type = Character.getType(c);
    return c == '_'
        || Character.isLetterOrDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
