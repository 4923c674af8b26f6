package stet.diff.judge;

import java.util.Set;
import stet.diff.Edit;
import stet.diff.Label;

/**
 * An edit with the kinds of substance it touches.
 *
 * @param moved whether all its words went from one place of the field or paragraph to another
 */
public record Judged(Edit edit, Set<Label.Kind> kinds, boolean moved) {
  /** Whether a reader reads other words than before. */
  public boolean isSubstantive() {
    return !kinds.contains(Label.Kind.TYPOGRAPHY) && !kinds.contains(Label.Kind.CLOCK);
  }

  /** Whether nothing but a date or a time of day is another. */
  public boolean isTimeOnly() {
    return kinds.equals(Set.of(Label.Kind.DATE_TIME));
  }
}
