package stet.fetch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a form that was sent. */
public sealed interface PostOutcome {
  /**
   * A server answered.
   *
   * @param status of the last answer
   * @param words the beginning of what it says, in one line; a stranger's words
   * @param retryAt when it asks to be asked again, UTC; null when it says nothing
   */
  record Answered(int status, String words, @Nullable Instant retryAt) implements PostOutcome {
    /** Whether the status is 2xx. */
    public boolean isTaken() {
      return status / 100 == 2;
    }
  }

  /**
   * No answer came; the form may have arrived nevertheless.
   *
   * @param detail one line for people
   */
  record Failed(String detail) implements PostOutcome {}

  /**
   * The host must not be asked yet; nothing was sent.
   *
   * @param until when it may be asked at the earliest, UTC
   */
  record Deferred(Instant until) implements PostOutcome {}
}
