package stet.watch;

/**
 * What came of the wish to have an address checked, or no longer checked.
 *
 * @param uri the address as it was given, without what names a user
 * @param detail why it is refused, in words; empty otherwise
 */
public record TrackedAddress(String uri, Outcome outcome, String detail) {
  /** What came of it. */
  public enum Outcome {
    /** It is checked from now on. */
    TRACKED,
    /** It was checked before. */
    ALREADY_TRACKED,
    /** It is no longer checked; what was captured of it stays. */
    NO_LONGER_TRACKED,
    /** It was not checked before. */
    NOT_TRACKED,
    /** It is a list that is watched from now on. */
    WATCHED,
    /** It is a list that was watched before. */
    ALREADY_WATCHED,
    /** It is a list that is no longer watched; what it named stays tracked. */
    NO_LONGER_WATCHED,
    /** It was no list that was watched. */
    NOT_WATCHED,
    /** It cannot be checked, or must not be. */
    REFUSED
  }
}
