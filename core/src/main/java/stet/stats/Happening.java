package stet.stats;

import stet.stats.estimate.EventCurve;

/**
 * How soon something happened.
 *
 * @param what it was
 * @param curve of what share it had happened by which age
 */
public record Happening(What what, EventCurve curve) {
  /** What happened, and from when on it is counted. */
  public enum What {
    /** An article's first edit, from its first check. */
    FIRST_EDIT,
    /** The same, from the time of publication that it states; of those that were seen soon. */
    FIRST_EDIT_FROM_PUBLICATION,
    /** An article's first silent edit, from its first check. */
    FIRST_SILENT_EDIT,
    /** An article's first new headline, from its first check; one that only swung has none. */
    FIRST_NEW_HEADLINE,
    /** A notice, from an article's first edit of a weighty kind. */
    NOTICE_AFTER_EDIT,
    /** Running text that was taken back, from when it came; of those that were. */
    TAKEN_BACK,
    /** A number that was corrected with a notice, from when it came; of those that were. */
    NUMBER_CORRECTED
  }
}
