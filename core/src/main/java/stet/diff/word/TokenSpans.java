package stet.diff.word;

import java.util.Arrays;
import java.util.BitSet;

/** Where the tokens of a stretch lie: what the scanner hands to the passes after it. */
public final class TokenSpans {
  final String text;
  final int from;
  final int to;
  public int size;
  public int[] start;
  public int[] end;
  int[] line;

  /** Tokens that are whole lines, which both texts have. */
  final BitSet whole = new BitSet();

  private final char[] chars;

  TokenSpans(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    chars = new char[to - from];
    text.getChars(from, to, chars, 0);
    int guess = Math.max(8, (to - from) / 5);
    start = new int[guess];
    end = new int[guess];
    line = new int[guess];
  }

  /** The character at an offset of the text. */
  char at(int offset) {
    return chars[offset - from];
  }

  void add(int s, int e, int inLine) {
    if (size == start.length) {
      start = Arrays.copyOf(start, size * 2);
      end = Arrays.copyOf(end, size * 2);
      line = Arrays.copyOf(line, size * 2);
    }
    start[size] = s;
    end[size] = e;
    line[size++] = inLine;
  }
}
