package stet.timeline;

import java.time.Duration;
import java.time.Instant;

/**
 * Between which two checks a change happened. What happened inside it is not known.
 *
 * @param notBefore last capture that still shows the old state, UTC
 * @param notAfter first capture that shows the new state, UTC; never before {@code notBefore}
 */
public record Window(Instant notBefore, Instant notAfter) {
  public Window {
    if (notAfter.isBefore(notBefore)) {
      throw new IllegalArgumentException(notBefore + " is after " + notAfter);
    }
  }

  /** The time between the two checks; zero where both carry the same second. */
  public Duration width() {
    return Duration.between(notBefore, notAfter);
  }
}
