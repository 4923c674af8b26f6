package stet.report.page;

import java.util.List;

/**
 * A paragraph, a field, or what stands in the place of one.
 *
 * @param kind what it is
 * @param name the name of a field, the heading level of a subhead; empty otherwise
 * @param runs its words in order
 * @param lang BCP 47 tag, empty when unknown
 * @param dir {@code ltr}, {@code rtl} or {@code auto}
 * @param id the id of its element, empty for none
 * @param href where the passage's note leads, empty for none
 * @param note the program's own words above the passage or in its place, empty for none
 */
public record Passage(
    Kind kind,
    String name,
    List<Run> runs,
    String lang,
    String dir,
    String id,
    String href,
    String note) {
  /** What a passage is. */
  public enum Kind {
    PARAGRAPH,
    SUBHEAD,
    QUOTE,
    ITEM,
    FIELD,
    NOTICE,
    MOVED,
    /** A whole passage that an earlier version had. */
    PAST,
    /** Unchanged passages left out. */
    FOLD,
    /** The place that a moved passage left. */
    AWAY;

    /** The class used in style sheets. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Passage {
    runs = List.copyOf(runs);
  }

  /** Whether nothing in it changed. */
  public boolean isSame() {
    return kind != Kind.MOVED
        && kind != Kind.AWAY
        && runs.stream().allMatch(r -> r.kind() == Run.Kind.PLAIN || r.kind() == Run.Kind.NOTE);
  }
}
