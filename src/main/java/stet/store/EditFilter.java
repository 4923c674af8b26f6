package stet.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;

/**
 * Which edits are asked for. What is empty, null or 0 asks for nothing in particular.
 *
 * @param outlets of one of these
 * @param labels disclosed in one of these ways
 * @param kinds with one of these kinds of change
 * @param language primary subtag of the new text's language, lower case
 * @param since first seen at that moment or later, UTC
 * @param until first seen before that moment, UTC
 * @param words standing in what was added or removed, each somewhere
 * @param atLeast so many words were added, removed or moved
 * @param substantial whether cosmetic edits are left out
 */
public record EditFilter(
    Set<String> outlets,
    Set<Label.Kind> labels,
    Set<Label.Kind> kinds,
    String language,
    @Nullable Instant since,
    @Nullable Instant until,
    String words,
    int atLeast,
    boolean substantial) {
  /** Every edit. */
  public static final EditFilter ALL =
      new EditFilter(Set.of(), Set.of(), Set.of(), "", null, null, "", 0, false);

  public EditFilter {
    outlets = Set.copyOf(outlets);
    labels = Set.copyOf(labels);
    kinds = Set.copyOf(kinds);
  }

  /** Whether every edit passes. */
  public boolean isAll() {
    // To link what compares two records takes a start longer than a list does.
    return this == ALL || equals(ALL);
  }

  /** The same between other times, which may be null. */
  public EditFilter between(@Nullable Instant from, @Nullable Instant before) {
    return new EditFilter(
        outlets, labels, kinds, language, from, before, words, atLeast, substantial);
  }
}
