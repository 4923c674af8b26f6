package stet.extract;

import java.util.ArrayDeque;
import java.util.Deque;

/** Replaces Markdown links by their words, in one pass and without a regular expression's depth. */
final class MarkdownLinks {
  private static final int MAX_TARGET = 2000;

  private MarkdownLinks() {}

  static String words(String text) {
    if (text.indexOf('[') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        out.append(c).append(text.charAt(++i));
      } else if (c == '[') {
        open.push(out.length());
        out.append(c);
      } else if (c == ']' && !open.isEmpty()) {
        int start = open.pop();
        int end = target(text, i + 1);
        if (end > 0) {
          out.deleteCharAt(start);
          i = end - 1;
        } else {
          out.append(c);
        }
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The index after "(target)" or "[name]" at that place, or -1 where neither stands. */
  private static int target(String text, int at) {
    if (at >= text.length() || text.charAt(at) != '(' && text.charAt(at) != '[') {
      return -1;
    }
    char opens = text.charAt(at);
    char closes = opens == '(' ? ')' : ']';
    int depth = 0;
    for (int i = at; i < text.length() && i < at + MAX_TARGET; i++) {
      char c = text.charAt(i);
      depth += c == opens ? 1 : c == closes ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }
}
