package stet.stats;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.stats.estimate.Censored;
import stet.timeline.Window;

/**
 * How long a text stood until it was taken back or corrected.
 *
 * @param why which of the two
 * @param atLeast in seconds
 * @param atMost in seconds; null where it stood before the first check and nobody says since when
 */
public record Stood(Why why, double atLeast, @Nullable Double atMost) {
  /** What ended it. */
  public enum Why {
    /** The text returned to what it had been before. */
    TAKEN_BACK,
    /** A notice speaks of the change, and a number went. */
    CORRECTED
  }

  /** From an edit in the one window to one in the other. */
  static Stood between(Why why, Window came, Window went) {
    return new Stood(
        why,
        seconds(came.notAfter(), went.notBefore()),
        seconds(came.notBefore(), went.notAfter()));
  }

  /**
   * What stood there when the article was first seen.
   *
   * @param published UTC, null where that is not known
   */
  static Stood sinceBefore(Why why, Instant first, @Nullable Instant published, Window went) {
    return new Stood(
        why,
        seconds(first, went.notBefore()),
        published == null ? null : (Double) seconds(published, went.notAfter()));
  }

  private static double seconds(Instant from, Instant until) {
    return Math.max(0, Duration.between(from, until).toMillis() / 1000.0);
  }

  /** The same as an age. */
  Censored age() {
    return atMost == null ? Censored.still(atLeast) : new Censored(atLeast, atMost);
  }
}
