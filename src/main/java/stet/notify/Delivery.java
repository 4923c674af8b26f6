package stet.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of one try to deliver a message. */
public sealed interface Delivery {
  /**
   * The other side has it.
   *
   * @param reference what a later message of the same thread hands in again; may be empty
   */
  record Sent(String reference) implements Delivery {}

  /**
   * It may be tried again.
   *
   * @param notBefore not sooner than this, UTC, where the other side named a time; null where it
   *     did not
   * @param why in one line, without secrets
   */
  record Later(@Nullable Instant notBefore, String why) implements Delivery {}

  /**
   * The other side will never take this message.
   *
   * @param why in one line, without secrets
   * @param gone whether it will not take any other either until the settings change, as with status
   *     410 or wrong credentials
   */
  record Refused(String why, boolean gone) implements Delivery {}
}
