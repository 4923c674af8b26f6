package stet.notify;

/** A way to reach people. Used by one thread at a time. */
public interface Channel extends AutoCloseable {
  /**
   * Delivers a message, or says why it could not. May be called again with the same message after
   * any outcome, also where the program ended before it was known; where the protocol can tell,
   * nobody gets it twice.
   *
   * @param thread what an earlier message of the same {@link Message#thread} left; empty for none
   * @throws InterruptedException when the thread is told to end; the outcome is unknown then
   */
  Delivery deliver(Message message, String thread) throws InterruptedException;

  /** How many findings one message can name; more of them are told in several messages. */
  default int capacity() {
    return 100;
  }

  @Override
  default void close() {}
}
