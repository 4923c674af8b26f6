package stet.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.watch.store.CheckOutcome;

/**
 * What came of the wish to have an address checked out of turn.
 *
 * @param uri as it was given, without what names a user
 * @param check what the check showed; null where none was made
 * @param nextAt when the next check is due, or when the host may be asked, UTC; null where it is
 *     not known
 * @param detail more of it in words; may be empty
 */
public record CheckedAddress(
    String uri,
    Outcome outcome,
    @Nullable CheckOutcome check,
    @Nullable Instant nextAt,
    String detail) {
  /** What came of it. */
  public enum Outcome {
    /** It was checked. */
    CHECKED,
    /** It is neither tracked nor watched, and was looked at once and kept. */
    KEPT,
    /** It is due at once, and the watch that runs checks it. */
    HANDED_OVER,
    /** It is due at once, and was not checked: its host must not be asked yet, or time was up. */
    WAITING,
    /** It is neither tracked nor watched, and was not looked at. */
    NOT_TRACKED,
    /** It is no address of the web. */
    REFUSED
  }
}
