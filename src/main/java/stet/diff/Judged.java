package stet.diff;

import java.util.Set;

/**
 * An edit with the kinds of substance it touches.
 *
 * @param moved whether all its words went from one place of the field or paragraph to another
 */
record Judged(Edit edit, Set<Label.Kind> kinds, boolean moved) {
  /** Whether a reader reads other words than before. */
  boolean isSubstantive() {
    return !kinds.contains(Label.Kind.TYPOGRAPHY) && !kinds.contains(Label.Kind.CLOCK);
  }

  /** Whether nothing but a date or a time of day is another. */
  boolean isTimeOnly() {
    return kinds.equals(Set.of(Label.Kind.DATE_TIME));
  }
}
