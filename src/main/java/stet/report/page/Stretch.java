package stet.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passages in a row.
 *
 * @param items empty where they are left to another page
 * @param folded what a reader is told instead of them until he asks; empty where they are shown
 * @param href where they are when they are left out
 */
public record Stretch(List<Item> items, String folded, String href) {
  public Stretch {
    items = List.copyOf(items);
  }

  /**
   * A passage, in one column or in either of two.
   *
   * @param place where it stands where two columns are shown
   * @param passage the words
   * @param before the old words alone, where hiding what is new in the passage does not give them
   * @param after the new words alone; null where the passage is in one column only
   */
  public record Item(
      Place place, Passage passage, @Nullable Passage before, @Nullable Passage after) {}

  /** Where a passage stands when there are two columns. */
  public enum Place {
    /** Across both: nothing changed. */
    ACROSS,
    /** Across both, marked: a row of a table. */
    MARKED,
    LEFT,
    RIGHT,
    /** In both, its old words left and its new ones right. */
    BOTH
  }
}
