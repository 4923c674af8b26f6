package stet.diff.hunk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.diff.Delta;
import stet.diff.Hunk;

/**
 * Reads runs back against the text they were made of: where the two part, or {@link #SPELLED}.
 * {@link stet.diff.judge.Revisions} states the law; this checks it without building the texts.
 */
public final class Spelling {
  public static final int SPELLED = -1;

  /** Which of the two texts is read. */
  public enum Side {
    OLD {
      @Override
      String of(Delta delta) {
        return delta.before();
      }
    },
    NEW {
      @Override
      String of(Delta delta) {
        return delta.after();
      }
    };

    abstract String of(Delta delta);
  }

  private final String text;
  private final Side side;
  private int at;
  private boolean begun;
  private boolean wrong;

  private Spelling(String text, Side side) {
    this.text = text;
    this.side = side;
  }

  /** Where in the text the runs say something else; its length where they say more or less. */
  public static int ofDeltas(List<Delta> deltas, String text, Side side) {
    Spelling spelling = new Spelling(text, side);
    spelling.read(deltas);
    return spelling.fault();
  }

  /** The same for hunks, whose blocks are the lines of the text. */
  static int ofHunks(List<Hunk> hunks, String text, Side side) {
    Spelling spelling = new Spelling(text, side);
    Map<Integer, Hunk.Moved> moved = new HashMap<>();
    for (Hunk hunk : hunks) {
      if (hunk instanceof Hunk.Moved m) {
        moved.put(m.move(), m);
      }
    }
    for (Hunk hunk : hunks) {
      if (side == Side.NEW) {
        spelling.block(hunk.after().isEmpty() ? null : hunk.deltas());
      } else if (hunk instanceof Hunk.MovedAway away) {
        Hunk.Moved there = moved.get(away.move());
        spelling.block(there == null ? List.of() : there.deltas());
      } else if (!(hunk instanceof Hunk.Moved)) {
        spelling.block(hunk.before().isEmpty() ? null : hunk.deltas());
      }
    }
    return spelling.fault();
  }

  private void block(@org.jspecify.annotations.Nullable List<Delta> deltas) {
    if (deltas == null || wrong) {
      return;
    }
    if (begun) {
      read("\n");
    }
    begun = true;
    read(deltas);
  }

  private void read(List<Delta> deltas) {
    for (int k = 0; k < deltas.size() && !wrong; k++) {
      Delta delta = deltas.get(k);
      if (side == Side.OLD && delta.kind() == Delta.Kind.KEPT) {
        // Cut out of the old text; it is compared with the new one.
        at += delta.before().length();
      } else {
        read(side.of(delta));
      }
    }
  }

  private void read(String run) {
    int end = at + run.length();
    // Cut out and compared at once: the machine does this faster than letter by letter.
    if (end <= text.length() && run.equals(text.substring(at, end))) {
      at = end;
    } else {
      wrong = true;
    }
  }

  private int fault() {
    return wrong || at != text.length() ? Math.min(at, text.length()) : SPELLED;
  }
}
