package stet.diff.hunk;

import java.util.ArrayList;
import java.util.List;
import stet.diff.Delta;
import stet.diff.Hunk;
import stet.diff.align.Alignment;
import stet.diff.align.TextDiffer;
import stet.diff.word.Trim;

/**
 * Tells an alignment block by block. Blocks that share kept words belong together, so that a block
 * whose words are now in three is a split; a block whose words all moved to one other has moved.
 */
public final class BlockHunks {
  private final String before;
  private final Alignment al;
  private final Trim trim;

  /** Lines of the compared middle of either text. */
  private final Lines a;

  private final Lines b;

  /** Number of the first block of the middle. */
  private final int base;

  private final List<Hunk> out = new ArrayList<>();

  private BlockHunks(TextDiffer.Result result) {
    this.al = result.alignment();
    this.trim = result.trim();
    this.before = al.a.text;
    this.a = Lines.of(al.a);
    this.b = Lines.of(al.b);
    this.base = Lines.feeds(before, 0, trim.prefix());
  }

  /** The hunks of two texts whose blocks are lines. */
  public static List<Hunk> of(TextDiffer.Result result) {
    return new BlockHunks(result).run();
  }

  private List<Hunk> run() {
    keptLines(before.substring(0, trim.prefix()), 0, 0, trim.prefix() < before.length());
    BlockLinks links = BlockLinks.of(al, a, b);
    int nextA = 0;
    int nextB = 0;
    for (BlockLinks.Group g : links.groups()) {
      lone(links, nextA, g.a0(), nextB, g.b0());
      group(g);
      nextA = g.a1();
      nextB = g.b1();
    }
    lone(links, nextA, a.count(), nextB, b.count());
    String tail = before.substring(before.length() - trim.suffix());
    keptLines(tail, base + a.count(), base + b.count(), false);
    return MoveNumbers.renumber(out);
  }

  private void keptLines(String text, int firstA, int firstB, boolean feedAtEnd) {
    if (text.isEmpty()) {
      return;
    }
    String lines = feedAtEnd ? text.substring(0, text.length() - 1) : text;
    int k = 0;
    for (String line : lines.split("\n", -1)) {
      out.add(new Hunk.Kept(firstA + k, firstB + k, List.of(Delta.kept(line))));
      k++;
    }
  }

  /** Blocks that belong to no group: deleted, inserted, moved. */
  private void lone(BlockLinks links, int a0, int a1, int b0, int b1) {
    for (int k = a0; k < a1; k++) {
      if (links.movedTo(k) >= 0) {
        out.add(new Hunk.MovedAway(links.moveOf(k), base + k, base + links.movedTo(k)));
      } else {
        out.add(new Hunk.Deleted(base + k, deltas(k, k + 1, 0, 0, 0)));
      }
    }
    for (int k = b0; k < b1; k++) {
      int from = links.movedFrom(k);
      if (from >= 0) {
        int move = links.moveOf(from);
        List<Delta> deltas = deltas(from, from + 1, k, k + 1, move);
        out.add(new Hunk.Moved(move, base + from, base + k, deltas));
      } else {
        out.add(new Hunk.Inserted(base + k, deltas(0, 0, k, k + 1, 0)));
      }
    }
  }

  private void group(BlockLinks.Group g) {
    List<Delta> deltas = deltas(g.a0(), g.a1(), g.b0(), g.b1(), 0);
    List<Integer> olds = numbers(g.a0(), g.a1());
    List<Integer> news = numbers(g.b0(), g.b1());
    if (olds.size() == 1 && news.size() == 1) {
      boolean changed = deltas.stream().anyMatch(Delta::isChange);
      out.add(
          changed
              ? new Hunk.Changed(olds.get(0), news.get(0), deltas)
              : new Hunk.Kept(olds.get(0), news.get(0), deltas));
    } else if (olds.size() == 1) {
      out.add(new Hunk.Split(olds.get(0), news, deltas));
    } else if (news.size() == 1) {
      out.add(new Hunk.Merged(olds, news.get(0), deltas));
    } else {
      out.add(new Hunk.Reflowed(olds, news, deltas));
    }
  }

  private List<Integer> numbers(int from, int to) {
    return java.util.stream.IntStream.range(base + from, base + to).boxed().toList();
  }

  private List<Delta> deltas(int a0, int a1, int b0, int b1, int move) {
    return DeltaWriter.write(al, a.part(a0, a1), b.part(b0, b1), move);
  }
}
