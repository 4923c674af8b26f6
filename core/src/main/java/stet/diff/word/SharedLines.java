package stet.diff.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines that both texts have, letter for letter and equally often. Most lines of two versions are
 * such, and none of them needs to be cut into words.
 *
 * @param before for each line of the old text its id in the vocabulary, or {@link #NOT_SHARED}
 * @param after the same for the new text
 */
public record SharedLines(int[] before, int[] after) {
  static final int NOT_SHARED = -1;

  /** For a text that is compared with no other: no line is shared. */
  static final int[] NONE = new int[0];

  private static final class Line {
    int inBefore;
    int inAfter;
    int id = NOT_SHARED;
  }

  /** The lines shared by what {@code trim} left of two texts. */
  public static SharedLines of(String before, String after, Trim trim, Vocabulary vocabulary) {
    Map<String, Line> lines = new HashMap<>();
    List<Line> a = read(before, trim, lines);
    a.forEach(line -> line.inBefore++);
    List<Line> b = read(after, trim, lines);
    b.forEach(line -> line.inAfter++);
    return new SharedLines(ids(a, vocabulary), ids(b, vocabulary));
  }

  private static List<Line> read(String text, Trim trim, Map<String, Line> lines) {
    List<Line> list = new ArrayList<>();
    int to = text.length() - trim.suffix();
    int at = trim.prefix();
    while (at < to) {
      int feed = text.indexOf('\n', at);
      int end = feed < 0 || feed > to ? to : feed;
      // A line of white space makes no token.
      list.add(
          isBlank(text, at, end)
              ? new Line()
              : lines.computeIfAbsent(text.substring(at, end), s -> new Line()));
      at = end + 1;
    }
    return list;
  }

  private static int[] ids(List<Line> lines, Vocabulary vocabulary) {
    int[] ids = new int[lines.size()];
    for (int k = 0; k < ids.length; k++) {
      Line line = lines.get(k);
      if (line.id == NOT_SHARED && line.inBefore == line.inAfter) {
        line.id = vocabulary.newId();
      }
      ids[k] = line.id;
    }
    return ids;
  }

  private static boolean isBlank(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = CharClass.of(text.charAt(i));
      if (c != CharClass.SPACE && c != CharClass.INVISIBLE) {
        return false;
      }
    }
    return true;
  }
}
