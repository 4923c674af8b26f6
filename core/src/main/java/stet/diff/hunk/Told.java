package stet.diff.hunk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import stet.diff.Delta;
import stet.diff.Hunk;
import stet.diff.align.Alignment;
import stet.diff.align.TextDiffer;

/**
 * A comparison told in parts and read back before anybody sees it: in order, the parts spell both
 * texts to the letter.
 *
 * @param parts runs, or hunks
 * @param undone what had to be taken back for that, a name for each stretch: of a pass, or {@code
 *     tell} where the telling failed; empty unless the differ is broken
 */
public record Told<T>(List<T> parts, List<String> undone) {
  private static final String TELL = "tell";

  /** After so many stretches nothing is said to be kept but what both ends share. */
  private static final int MOST = 16;

  /** Reads parts against one side of the comparison. */
  private interface Reader<T> {
    int fault(List<T> parts, String text, Spelling.Side side);
  }

  public static Told<Delta> deltas(String before, String after) {
    return deltas(TextDiffer.compare(before, after));
  }

  public static Told<Delta> deltas(TextDiffer.Result result) {
    return tell(result, DeltaWriter::write, Spelling::ofDeltas);
  }

  public static Told<Hunk> hunks(String before, String after) {
    return hunks(TextDiffer.compare(before, after));
  }

  public static Told<Hunk> hunks(TextDiffer.Result result) {
    return tell(result, BlockHunks::of, Spelling::ofHunks);
  }

  private static <T> Told<T> tell(
      TextDiffer.Result result, Function<TextDiffer.Result, List<T>> writer, Reader<T> reader) {
    Alignment al = result.alignment();
    List<T> parts = writer.apply(result);
    int old = reader.fault(parts, al.a.text, Spelling.Side.OLD);
    int fresh = reader.fault(parts, al.b.text, Spelling.Side.NEW);
    if (old == Spelling.SPELLED && fresh == Spelling.SPELLED) {
      return new Told<>(parts, result.undone());
    }
    int told = java.util.Collections.frequency(result.undone(), TELL);
    if (told > MOST) {
      throw new IllegalStateException("the differ does not spell the texts it was given");
    }
    if (told == MOST) {
      letGo(al, new Stretch(0, al.a.text.length()), new Stretch(0, al.b.text.length()));
    } else {
      letGo(al, Stretch.at(al.a.text, old), Stretch.at(al.b.text, fresh));
    }
    List<String> undone = new ArrayList<>(result.undone());
    undone.add(TELL);
    return tell(new TextDiffer.Result(result.trim(), al, List.copyOf(undone)), writer, reader);
  }

  private static void letGo(Alignment al, Stretch old, Stretch fresh) {
    for (int i = 0; i < al.a.size; i++) {
      int j = al.toB[i];
      if (j != Alignment.NONE && (old.has(al.a.start[i]) || fresh.has(al.b.start[j]))) {
        al.unlink(i);
      }
    }
  }

  /** Characters of a text. */
  private record Stretch(int from, int to) {
    /** The line in which a text went wrong; nothing where it did not. */
    static Stretch at(String text, int fault) {
      if (fault == Spelling.SPELLED) {
        return new Stretch(0, 0);
      }
      int feed = text.indexOf('\n', fault);
      return new Stretch(text.lastIndexOf('\n', fault - 1) + 1, feed < 0 ? text.length() : feed);
    }

    boolean has(int offset) {
      return offset >= from && offset < to;
    }
  }
}
