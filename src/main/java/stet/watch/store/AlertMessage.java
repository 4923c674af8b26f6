package stet.watch.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is kept.
 *
 * @param id 32 hexadecimal digits, the same for each try
 * @param kind id of the kind of message
 * @param thread key of the one article that it concerns, else empty
 * @param body JSON
 * @param madeAt when it was composed, UTC
 * @param delivery where its delivery stands
 */
public record AlertMessage(
    String id,
    String rule,
    String channel,
    String kind,
    String thread,
    String body,
    Instant madeAt,
    Tried delivery) {
  /** Where a message is. */
  public enum State {
    /** It is yet to be sent. */
    WAITING,
    /** The other side has it. */
    SENT,
    /** It will not be tried again. */
    DEAD
  }

  /**
   * What came of the tries so far.
   *
   * @param dueAt when it is tried next, UTC
   * @param detail why the last try failed; empty where none did
   * @param sentAt when the other side took it, UTC; null before
   * @param reference what the channel left for later messages of the thread; may be empty
   */
  public record Tried(
      State state,
      Instant dueAt,
      int tries,
      String detail,
      @Nullable Instant sentAt,
      String reference) {
    /** Not tried yet, due at once. */
    public static Tried not(Instant now) {
      return new Tried(State.WAITING, now, 0, "", null, "");
    }
  }
}
