package stet.sqlite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Read connections to one database for many threads, beside whoever writes. Each is lent to one
 * thread at a time and shows it one state of the database for so long as it has it; nobody waits
 * for it meanwhile. Connections are opened when they are wanted and kept for the next; those to a
 * file that another has replaced are closed.
 *
 * @param <V> what is read through, made once for each connection
 */
public final class Readers<V> implements AutoCloseable {
  private final Opening opening;
  private final int most;
  private final Function<Database, V> view;
  private final Semaphore room;
  private final Deque<Connected<V>> idle = new ArrayDeque<>();
  private @Nullable ReadSource source;
  private boolean closed;

  Readers(Opening opening, int most, Function<Database, V> view) {
    this.opening = opening;
    this.most = most;
    this.view = view;
    this.room = new Semaphore(most, true);
  }

  /** A connection with what is read through it. */
  record Connected<V>(ReadSource source, Database database, V view) {
    public void close() {
      try {
        database.close();
      } finally {
        source.leave();
      }
    }
  }

  /**
   * Lends a connection.
   *
   * @return to be closed soon, for the log grows while a writer writes under a snapshot
   * @throws DatabaseException when the database cannot be read, or all connections were lent for
   *     longer than a lock is waited for; then {@link DatabaseException#isLocked}
   * @throws IllegalStateException when this is closed
   */
  public Lease<V> lease() {
    enter();
    try {
      Connected<V> connected = next();
      try {
        connected.database().beginSnapshot();
        return new Lease<>(this, connected);
      } catch (RuntimeException e) {
        connected.close();
        throw e;
      }
    } catch (RuntimeException e) {
      room.release();
      throw e;
    }
  }

  private void enter() {
    try {
      if (room.tryAcquire(Opening.BUSY_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DatabaseException.locked("interrupted while all " + most + " readers were busy");
    }
    throw DatabaseException.locked("all " + most + " readers are busy");
  }

  /** One that is idle, or a new one; opening takes long and holds nobody up. */
  private Connected<V> next() {
    ReadSource now;
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the readers are closed");
      }
      now = source();
      if (!idle.isEmpty()) {
        return idle.pop();
      }
      now.enter();
    }
    try {
      Database database = opening.toRead(now.unwritable());
      return new Connected<>(now, database, view.apply(database));
    } catch (RuntimeException e) {
      now.leave();
      throw e;
    }
  }

  /** The file as it lies there now; connections to one that lay there before are closed. */
  private ReadSource source() {
    ReadSource known = source;
    if (known != null && known.isCurrent()) {
      return known;
    }
    ReadSource now = ReadSource.of(opening.file());
    source = now;
    closeIdle();
    if (known != null) {
      known.leave();
    }
    return now;
  }

  private void closeIdle() {
    while (!idle.isEmpty()) {
      idle.pop().close();
    }
  }

  void giveBack(Connected<V> connected) {
    try {
      boolean sound = connected.database().endSnapshot();
      synchronized (this) {
        if (sound && !closed && connected.source() == source) {
          idle.push(connected);
          return;
        }
      }
      connected.close();
    } finally {
      room.release();
    }
  }

  /** Closes what is idle at once and what is lent when it is given back. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    closeIdle();
    if (source != null) {
      source.leave();
    }
  }
}
