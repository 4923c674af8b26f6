package stet.diff.hunk;

import java.util.Arrays;
import stet.diff.word.Tokens;

/**
 * The lines of a tokenised stretch: one for each block.
 *
 * @param count how many
 * @param start character offset of each line
 * @param end character offset after each line, its line feed not included
 * @param firstToken first token of each line; one more entry holds the number of tokens
 */
record Lines(int count, int[] start, int[] end, int[] firstToken) {
  static Lines of(Tokens tokens) {
    int from = tokens.from;
    int to = tokens.to;
    if (from == to) {
      return new Lines(0, new int[0], new int[0], new int[] {0});
    }
    // A stretch that ends with a line feed has no empty last line.
    boolean feedAtEnd = to < tokens.text.length();
    int count = feeds(tokens.text, from, feedAtEnd ? to - 1 : to) + 1;
    int[] start = new int[count];
    int[] end = new int[count];
    int at = from;
    for (int k = 0; k < count; k++) {
      start[k] = at;
      int feed = tokens.text.indexOf('\n', at);
      end[k] = feed < 0 || feed >= to ? to : feed;
      at = end[k] + 1;
    }
    int[] first = new int[count + 1];
    Arrays.fill(first, tokens.size);
    for (int t = tokens.size - 1; t >= 0; t--) {
      first[tokens.line[t]] = t;
    }
    for (int k = count - 1; k >= 0; k--) {
      first[k] = Math.min(first[k], first[k + 1]);
    }
    return new Lines(count, start, end, first);
  }

  /** How many line feeds there are between two offsets. */
  static int feeds(String text, int from, int to) {
    int n = 0;
    for (int i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) {
      n++;
    }
    return n;
  }

  DeltaWriter.Part part(int from, int to) {
    if (from == to) {
      int at = from < count ? start[from] : 0;
      return new DeltaWriter.Part(0, 0, at, at);
    }
    return new DeltaWriter.Part(firstToken[from], firstToken[to], start[from], end[to - 1]);
  }
}
