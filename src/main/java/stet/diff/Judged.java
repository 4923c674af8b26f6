package stet.diff;

import java.util.Set;

/** An edit with the kinds of substance it touches. */
record Judged(Edit edit, Set<Label.Kind> kinds) {
  /** Whether a reader reads other words than before. */
  boolean isSubstantive() {
    return !kinds.contains(Label.Kind.TYPOGRAPHY) && !kinds.contains(Label.Kind.CLOCK);
  }
}
