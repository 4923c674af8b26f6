package stet.sqlite;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One state of a database, for one thread at a time until it is closed.
 *
 * @param <V> what it is read through
 */
public final class Lease<V> implements AutoCloseable {
  private final Readers<V> readers;
  private final Readers.Connected<V> connected;
  private final AtomicBoolean ended = new AtomicBoolean();

  Lease(Readers<V> readers, Readers.Connected<V> connected) {
    this.readers = readers;
    this.connected = connected;
  }

  /**
   * What it is read through; not to be used after closing.
   *
   * @throws IllegalStateException when it is closed
   */
  public V view() {
    if (ended.get()) {
      throw new IllegalStateException("the lease has ended");
    }
    return connected.view();
  }

  /** Gives the connection back. */
  @Override
  public void close() {
    if (!ended.getAndSet(true)) {
      readers.giveBack(connected);
    }
  }
}
