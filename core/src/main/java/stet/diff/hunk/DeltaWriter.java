package stet.diff.hunk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.diff.Delta;
import stet.diff.align.Alignment;
import stet.diff.align.TextDiffer;
import stet.diff.word.Trim;

/**
 * Last pass: an alignment told as runs of text. White space between runs goes to what is kept where
 * both texts have it; the runs spell both texts to the letter.
 */
final class DeltaWriter {
  private final Alignment al;
  private final String before;
  private final String after;
  private final List<Delta> out = new ArrayList<>();

  // How far both texts are written.
  private int x;
  private int y;

  // The run being written, from where in either text.
  private Delta.@Nullable Kind kind;
  private int move;
  private int runX;
  private int runY;

  private DeltaWriter(Alignment al, int x, int y) {
    this.al = al;
    this.before = al.a.text;
    this.after = al.b.text;
    this.x = x;
    this.y = y;
  }

  /** Tokens {@code first} to {@code last} (exclusive) and the characters they stand in. */
  record Part(int first, int last, int from, int to) {}

  /** The runs of two whole texts. */
  static List<Delta> write(TextDiffer.Result result) {
    Alignment al = result.alignment();
    DeltaWriter writer = new DeltaWriter(al, 0, 0);
    Trim trim = result.trim();
    writer.equal(trim.prefix());
    writer.range(
        new Part(0, al.a.size, al.a.from, al.a.to), new Part(0, al.b.size, al.b.from, al.b.to), 0);
    writer.equal(writer.before.length() - writer.x);
    return writer.flush();
  }

  /**
   * The runs of a part of both texts.
   *
   * @param as the move whose pairs count as kept here; 0 for those in place
   */
  static List<Delta> write(Alignment al, Part a, Part b, int as) {
    DeltaWriter writer = new DeltaWriter(al, a.from, b.from);
    writer.range(a, b, as);
    return writer.flush();
  }

  private void range(Part a, Part b, int as) {
    int i = a.first;
    int j = b.first;
    while (true) {
      int i1 = i;
      while (i1 < a.last && (al.toB[i1] == Alignment.NONE || al.moveA[i1] != as)) {
        i1++;
      }
      int j1 = j;
      while (j1 < b.last && (al.toA[j1] == Alignment.NONE || al.moveOfB(j1) != as)) {
        j1++;
      }
      if (i1 == a.last || j1 == b.last) {
        between(i, a.last, a.to, j, b.last, b.to);
        return;
      }
      between(i, i1, al.a.start[i1], j, j1, al.b.start[j1]);
      if (al.a.isLine(i1)) {
        equal(al.a.end[i1] - x);
      } else {
        same(al.a.end[i1], al.b.end[j1]);
      }
      i = i1 + 1;
      j = j1 + 1;
    }
  }

  /** What lies before two kept tokens: white space, perhaps with changed words in it. */
  private void between(int i, int i1, int x1, int j, int j1, int y1) {
    if (i == i1 && j == j1) {
      same(x1, y1);
      return;
    }
    int most = Math.min(i < i1 ? al.a.start[i] - x : x1 - x, j < j1 ? al.b.start[j] - y : y1 - y);
    int lead = 0;
    while (lead < most && before.charAt(x + lead) == after.charAt(y + lead)) {
      lead++;
    }
    same(x + lead, y + lead);
    int least =
        Math.min(x1 - (i < i1 ? al.a.end[i1 - 1] : x), y1 - (j < j1 ? al.b.end[j1 - 1] : y));
    int tail = 0;
    while (tail < least && before.charAt(x1 - tail - 1) == after.charAt(y1 - tail - 1)) {
      tail++;
    }
    gone(i, i1, x1 - tail);
    come(j, j1, y1 - tail);
    same(x1, y1);
  }

  private void gone(int i, int end, int to) {
    int k = i;
    while (k < end) {
      int number = al.moveA[k];
      int next = k + 1;
      while (next < end && al.moveA[next] == number) {
        next++;
      }
      Delta.Kind what = number == 0 ? Delta.Kind.DELETED : Delta.Kind.MOVED_FROM;
      advance(what, number, next == end ? to : al.a.start[next], y);
      k = next;
    }
    if (x < to) {
      advance(Delta.Kind.RESPELLED, 0, to, y);
    }
  }

  private void come(int j, int end, int to) {
    int k = j;
    while (k < end) {
      int number = al.moveOfB(k);
      int next = k + 1;
      while (next < end && al.moveOfB(next) == number) {
        next++;
      }
      Delta.Kind what = number == 0 ? Delta.Kind.INSERTED : Delta.Kind.MOVED_TO;
      advance(what, number, x, next == end ? to : al.b.start[next]);
      k = next;
    }
    if (y < to) {
      advance(Delta.Kind.RESPELLED, 0, x, to);
    }
  }

  /** Both texts have the next characters letter for letter. */
  private void equal(int length) {
    if (length > 0) {
      advance(Delta.Kind.KEPT, 0, x + length, y + length);
    }
  }

  /** Both texts have the same up to there, perhaps in another spelling. */
  private void same(int x1, int y1) {
    if (x == x1 && y == y1) {
      return;
    }
    boolean equal = x1 - x == y1 - y && before.regionMatches(x, after, y, x1 - x);
    advance(equal ? Delta.Kind.KEPT : Delta.Kind.RESPELLED, 0, x1, y1);
  }

  /** Writes both texts up to there, to the run before where it is of the same kind. */
  private void advance(Delta.Kind what, int number, int x1, int y1) {
    if (kind != what || move != number) {
      flush();
      kind = what;
      move = number;
      runX = x;
      runY = y;
    }
    // Never back: what such a pair would make of the texts is found when they are read back.
    x = Math.max(x, Math.min(x1, before.length()));
    y = Math.max(y, Math.min(y1, after.length()));
  }

  private List<Delta> flush() {
    if (kind != null) {
      String was = before.substring(runX, x);
      out.add(
          kind == Delta.Kind.KEPT
              ? Delta.kept(was)
              : new Delta(kind, was, after.substring(runY, y), move));
    }
    kind = null;
    return out;
  }
}
