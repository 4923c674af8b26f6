package stet.diff;

import stet.diff.hunk.Told;
import stet.diff.judge.Revisions;

/**
 * What is wrong with the comparison of two texts, told as runs and as hunks; read with {@link
 * Revisions}, not with what the differ checks itself by.
 *
 * @param spelled whether both spell both texts
 * @param undone stretches that the differ took back by itself
 */
public record Faults(boolean spelled, int undone) {
  public static Faults of(String before, String after) {
    Told<Delta> runs = Told.deltas(before, after);
    Told<Hunk> hunks = Told.hunks(before, after);
    boolean spelled =
        Revisions.beforeText(runs.parts()).equals(before)
            && Revisions.afterText(runs.parts()).equals(after)
            && Revisions.before(hunks.parts()).equals(before)
            && Revisions.after(hunks.parts()).equals(after);
    return new Faults(spelled, runs.undone().size() + hunks.undone().size());
  }
}
