package stet.diff;

/**
 * How much changed, in words of running text, headline and dek.
 *
 * @param inserted words that are new
 * @param deleted words that are gone
 * @param moved words that moved, counted once
 * @param kept words that both versions have
 */
public record Counts(int inserted, int deleted, int moved, int kept) {
  /** Words changed in any way: what a mark on a time line is sized by. */
  public int changed() {
    return inserted + deleted + moved;
  }
}
