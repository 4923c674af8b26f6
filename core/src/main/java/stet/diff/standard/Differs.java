package stet.diff.standard;

import stet.diff.Differ;
import stet.diff.hunk.StandardDiffer;
import stet.diff.judge.Labeller;
import stet.diff.judge.StandardLabeller;

/** Where a {@link Differ} and a {@link Labeller} come from. */
public final class Differs {
  private Differs() {}

  /** The differ that stet uses. It has no state: one instance serves any number of threads. */
  public static Differ standard() {
    return new StandardDiffer();
  }

  /** The labeller that stet uses. It has no state. */
  public static Labeller labeller() {
    return new StandardLabeller();
  }
}
