package stet.diff.hunk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.diff.Delta;
import stet.diff.Hunk;

/** Numbers the moves of a revision from 1 in the order in which a reader meets them. */
final class MoveNumbers {
  private final Map<Integer, Integer> fresh = new HashMap<>();

  private MoveNumbers() {}

  static List<Hunk> renumber(List<Hunk> hunks) {
    MoveNumbers numbers = new MoveNumbers();
    return hunks.stream().map(numbers::hunk).toList();
  }

  static List<Delta> renumberDeltas(List<Delta> deltas) {
    return new MoveNumbers().deltas(deltas);
  }

  private int number(int move) {
    return move == 0 ? 0 : fresh.computeIfAbsent(move, m -> fresh.size() + 1);
  }

  private List<Delta> deltas(List<Delta> deltas) {
    if (deltas.stream().allMatch(d -> d.move() == 0)) {
      return deltas;
    }
    return deltas.stream()
        .map(d -> new Delta(d.kind(), d.before(), d.after(), number(d.move())))
        .toList();
  }

  private Hunk hunk(Hunk hunk) {
    if (hunk instanceof Hunk.Kept) {
      return hunk;
    }
    if (hunk instanceof Hunk.Inserted h) {
      return new Hunk.Inserted(h.afterBlock(), deltas(h.deltas()));
    }
    if (hunk instanceof Hunk.Deleted h) {
      return new Hunk.Deleted(h.beforeBlock(), deltas(h.deltas()));
    }
    if (hunk instanceof Hunk.Changed h) {
      return new Hunk.Changed(h.beforeBlock(), h.afterBlock(), deltas(h.deltas()));
    }
    if (hunk instanceof Hunk.Moved h) {
      int move = number(h.move());
      return new Hunk.Moved(move, h.beforeBlock(), h.afterBlock(), deltas(h.deltas()));
    }
    if (hunk instanceof Hunk.MovedAway h) {
      return new Hunk.MovedAway(number(h.move()), h.beforeBlock(), h.afterBlock());
    }
    if (hunk instanceof Hunk.Split h) {
      return new Hunk.Split(h.beforeBlock(), h.after(), deltas(h.deltas()));
    }
    if (hunk instanceof Hunk.Merged h) {
      return new Hunk.Merged(h.before(), h.afterBlock(), deltas(h.deltas()));
    }
    Hunk.Reflowed h = (Hunk.Reflowed) hunk;
    return new Hunk.Reflowed(h.before(), h.after(), deltas(h.deltas()));
  }
}
