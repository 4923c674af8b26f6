package stet.article;

import org.jspecify.annotations.Nullable;

/**
 * What the publisher says about a change, as printed.
 *
 * @param kind which kind of notice the words announce
 * @param text the words as printed, with their introducing word
 * @param date the notice's own date, null where it prints none
 */
public record Notice(Kind kind, String text, @Nullable StatedDate date) {
  /** Kinds of notice, gravest first. */
  public enum Kind {
    RETRACTION,
    CORRECTION,
    CLARIFICATION,
    EDITORS_NOTE,
    UPDATE
  }
}
