package stet.fetch;

import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A place among the few large bodies that all fetches of a fetcher may have in memory together. A
 * fetch takes it when an answer turns out to be large, and whoever asked for the fetch gives it
 * back when the bytes are kept: so many hosts that send as much as they may at one time wait for
 * each other instead of filling memory. For one fetch; may be closed from any thread.
 */
public final class HeldRoom implements AutoCloseable {
  /** Bytes of a body from which on it is large. */
  static final int LARGE = 1 << 20;

  /** So many large bodies at once. */
  static final int PLACES = 3;

  private static final long PATIENCE_SECONDS = 120;

  private @Nullable Semaphore held;
  private boolean closed;

  /**
   * Waits for a place, unless this fetch has one.
   *
   * @param places shared by all fetches
   * @param deadline does not run on while it waits
   * @throws NoAnswer when there is none for long: that says nothing about the server
   */
  void take(Semaphore places, Deadline deadline) throws InterruptedIOException, NoAnswer {
    synchronized (this) {
      if (held != null) {
        return;
      }
    }
    long from = System.nanoTime();
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw NoAnswer.stopped();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    deadline.waited(System.nanoTime() - from);
    synchronized (this) {
      if (closed) {
        places.release();
      } else {
        held = places;
      }
    }
  }

  /** Gives the place back, if one was taken. */
  @Override
  public synchronized void close() {
    closed = true;
    if (held != null) {
      held.release();
      held = null;
    }
  }
}
