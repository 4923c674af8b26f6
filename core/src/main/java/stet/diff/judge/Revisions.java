package stet.diff.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import stet.diff.Delta;
import stet.diff.Hunk;
import stet.diff.Revision;

/**
 * The law that every revision obeys: it holds both texts whole.
 *
 * <p>Walking the hunks in order, the {@code before} texts of their deltas spell the old body and
 * the {@code after} texts the new one, blocks joined by line feeds. A {@link Hunk.Moved} holds its
 * old text as well as its new one, but out of the old order: on the old side it is skipped where it
 * stands and read where the {@link Hunk.MovedAway} of its number stands.
 */
public final class Revisions {
  private Revisions() {}

  /** The old body, blocks joined by line feeds. */
  public static String before(List<Hunk> hunks) {
    Map<Integer, Hunk.Moved> moved = new HashMap<>();
    for (Hunk hunk : hunks) {
      if (hunk instanceof Hunk.Moved m) {
        moved.put(m.move(), m);
      }
    }
    List<String> blocks = new ArrayList<>();
    for (Hunk hunk : hunks) {
      if (hunk instanceof Hunk.MovedAway away) {
        Hunk.Moved there = moved.get(away.move());
        if (there == null) {
          throw new IllegalArgumentException("no block arrived of move " + away.move());
        }
        blocks.add(beforeText(there.deltas()));
      } else if (!(hunk instanceof Hunk.Moved) && !hunk.before().isEmpty()) {
        blocks.add(beforeText(hunk.deltas()));
      }
    }
    return String.join("\n", blocks);
  }

  /** The new body, blocks joined by line feeds. */
  public static String after(List<Hunk> hunks) {
    return hunks.stream()
        .filter(hunk -> !hunk.after().isEmpty())
        .map(hunk -> afterText(hunk.deltas()))
        .collect(Collectors.joining("\n"));
  }

  /** The old text of a row of runs. */
  public static String beforeText(List<Delta> deltas) {
    return deltas.stream().map(Delta::before).collect(Collectors.joining());
  }

  /** The new text of a row of runs. */
  public static String afterText(List<Delta> deltas) {
    return deltas.stream().map(Delta::after).collect(Collectors.joining());
  }

  /**
   * Turns the old body into the new one.
   *
   * @throws IllegalArgumentException when the revision was made from another text
   */
  public static String apply(String before, Revision revision) {
    if (!before(revision.hunks()).equals(before)) {
      throw new IllegalArgumentException("the revision starts from another text");
    }
    return after(revision.hunks());
  }

  /**
   * Turns the new body back into the old one.
   *
   * @throws IllegalArgumentException when the revision leads to another text
   */
  public static String restore(String after, Revision revision) {
    if (!after(revision.hunks()).equals(after)) {
      throw new IllegalArgumentException("the revision leads to another text");
    }
    return before(revision.hunks());
  }
}
