package stet.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Last pass: an alignment told as runs of text. White space between runs goes to what is kept where
 * both texts have it; the runs spell both texts to the letter.
 */
final class DeltaWriter {
  private final Alignment al;
  private final String before;
  private final String after;
  private final List<Delta> out = new ArrayList<>();

  // The run being written.
  private Delta.@Nullable Kind kind;
  private int move;
  private final StringBuilder old = new StringBuilder();
  private final StringBuilder fresh = new StringBuilder();

  private DeltaWriter(Alignment al) {
    this.al = al;
    this.before = al.a.text;
    this.after = al.b.text;
  }

  /** The runs of two whole texts. */
  static List<Delta> write(TextDiffer.Result result) {
    Alignment al = result.alignment();
    DeltaWriter writer = new DeltaWriter(al);
    Trim trim = result.trim();
    writer.kept(writer.before.substring(0, trim.prefix()));
    writer.range(0, al.a.size, al.a.from, al.a.to, 0, al.b.size, al.b.from, al.b.to, 0);
    writer.kept(writer.before.substring(writer.before.length() - trim.suffix()));
    return writer.flush();
  }

  /**
   * The runs of a part of both texts.
   *
   * @param move the move whose pairs count as kept here; 0 for those in place
   */
  static List<Delta> write(Alignment al, Part a, Part b, int move) {
    DeltaWriter writer = new DeltaWriter(al);
    writer.range(a.first, a.last, a.from, a.to, b.first, b.last, b.from, b.to, move);
    return writer.flush();
  }

  /** Tokens {@code first} to {@code last} (exclusive) and the characters they stand in. */
  record Part(int first, int last, int from, int to) {}

  private void range(
      int i, int aLast, int aFrom, int aTo, int j, int bLast, int bFrom, int bTo, int as) {
    int x = aFrom;
    int y = bFrom;
    while (true) {
      int i1 = i;
      while (i1 < aLast && !(al.toB[i1] != Alignment.NONE && al.moveA[i1] == as)) {
        i1++;
      }
      int j1 = j;
      while (j1 < bLast && !(al.toA[j1] != Alignment.NONE && al.moveOfB(j1) == as)) {
        j1++;
      }
      boolean end = i1 == aLast || j1 == bLast;
      int x1 = end ? aTo : al.a.start[i1];
      int y1 = end ? bTo : al.b.start[j1];
      change(i, end ? aLast : i1, x, x1, j, end ? bLast : j1, y, y1);
      if (end) {
        return;
      }
      same(before.substring(x1, al.a.end[i1]), after.substring(y1, al.b.end[j1]));
      x = al.a.end[i1];
      y = al.b.end[j1];
      i = i1 + 1;
      j = j1 + 1;
    }
  }

  /** What lies between two kept tokens: white space, perhaps with changed words in it. */
  private void change(int i, int i1, int x, int x1, int j, int j1, int y, int y1) {
    if (i == i1 && j == j1) {
      same(before.substring(x, x1), after.substring(y, y1));
      return;
    }
    int lead = 0;
    int leadMost = Math.min(firstWord(al.a, i, i1, x1) - x, firstWord(al.b, j, j1, y1) - y);
    while (lead < leadMost && before.charAt(x + lead) == after.charAt(y + lead)) {
      lead++;
    }
    int tailMost =
        Math.min(
            x1 - Math.max(x + lead, lastWord(al.a, i, i1, x)),
            y1 - Math.max(y + lead, lastWord(al.b, j, j1, y)));
    int tail = 0;
    while (tail < tailMost && before.charAt(x1 - tail - 1) == after.charAt(y1 - tail - 1)) {
      tail++;
    }
    kept(before.substring(x, x + lead));
    gone(i, i1, x + lead, x1 - tail);
    come(j, j1, y + lead, y1 - tail);
    kept(before.substring(x1 - tail, x1));
  }

  private static int firstWord(Tokens tokens, int t, int end, int otherwise) {
    return t < end ? tokens.start[t] : otherwise;
  }

  private static int lastWord(Tokens tokens, int t, int end, int otherwise) {
    return t < end ? tokens.end[end - 1] : otherwise;
  }

  private void gone(int i, int end, int from, int to) {
    int at = from;
    int k = i;
    while (k < end) {
      int number = al.moveA[k];
      int next = k + 1;
      while (next < end && al.moveA[next] == number) {
        next++;
      }
      int until = next == end ? to : al.a.start[next];
      String text = before.substring(at, until);
      add(number == 0 ? Delta.deleted(text) : Delta.movedFrom(text, number));
      at = until;
      k = next;
    }
    if (i == end && from < to) {
      add(Delta.respelled(before.substring(from, to), ""));
    }
  }

  private void come(int j, int end, int from, int to) {
    int at = from;
    int k = j;
    while (k < end) {
      int number = al.moveOfB(k);
      int next = k + 1;
      while (next < end && al.moveOfB(next) == number) {
        next++;
      }
      int until = next == end ? to : al.b.start[next];
      String text = after.substring(at, until);
      add(number == 0 ? Delta.inserted(text) : Delta.movedTo(text, number));
      at = until;
      k = next;
    }
    if (j == end && from < to) {
      add(Delta.respelled("", after.substring(from, to)));
    }
  }

  private void kept(String text) {
    if (!text.isEmpty()) {
      add(Delta.kept(text));
    }
  }

  private void same(String was, String is) {
    if (was.equals(is)) {
      kept(was);
    } else {
      add(Delta.respelled(was, is));
    }
  }

  /** Adds a run, joined to the one before where both are of a kind. */
  private void add(Delta delta) {
    if (kind != null && (kind != delta.kind() || move != delta.move())) {
      flush();
    }
    kind = delta.kind();
    move = delta.move();
    old.append(delta.before());
    fresh.append(delta.after());
  }

  private List<Delta> flush() {
    if (kind != null) {
      String text = old.toString();
      out.add(
          kind == Delta.Kind.KEPT
              ? Delta.kept(text)
              : new Delta(kind, text, fresh.toString(), move));
    }
    kind = null;
    old.setLength(0);
    fresh.setLength(0);
    return out;
  }
}
