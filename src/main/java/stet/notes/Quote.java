package stet.notes;

/**
 * The words of a revision that an annotation is on, as a text quote selector gives them (W3C Web
 * Annotation Data Model, 4.2.4).
 *
 * @param removed the words in the old text; empty where there are none
 * @param inserted the words in the new text; empty where there are none
 * @param prefix what stands before them in both texts
 * @param suffix what stands behind them in both texts
 */
public record Quote(String removed, String inserted, String prefix, String suffix) {
  /** The whole revision. */
  public static final Quote NONE = new Quote("", "", "", "");

  /** Whether the annotation is on the whole revision. */
  public boolean isWhole() {
    return removed.isEmpty() && inserted.isEmpty();
  }
}
