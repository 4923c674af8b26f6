package stet.track;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A right that one process at a time has on a collection, such as to write to it. The operating
 * system gives it back when the process ends, however it ends; the file itself stays and means
 * nothing.
 */
public final class CollectionLock implements AutoCloseable {
  private static final long POLL_MILLIS = 50;

  /**
   * Files that this process holds. The system knows one holder, the process, and takes the right
   * from it as soon as any channel of the file is closed, so that no second one may be opened.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final FileChannel channel;
  private final Path file;

  private CollectionLock(FileChannel channel, Path file) {
    this.channel = channel;
    this.file = file;
  }

  /**
   * Takes it.
   *
   * @param file that stands for it; made where there is none
   * @param patience how long to wait for another, also of this process, that has it
   * @param held what a person is told where another keeps it
   * @throws CollectionException when another keeps it
   * @throws IOException when the file cannot be made
   */
  public static CollectionLock acquire(Path file, Duration patience, String held)
      throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    Path known = known(file);
    while (!HELD.add(known)) {
      await(deadline, held);
    }
    try {
      return new CollectionLock(locked(file, deadline, held), known);
    } catch (IOException | RuntimeException e) {
      HELD.remove(known);
      throw e;
    }
  }

  private static Path known(Path file) throws IOException {
    Path whole = file.toAbsolutePath();
    return whole.resolveSibling(".").toRealPath().resolve(whole.getFileName());
  }

  private static FileChannel locked(Path file, long deadline, String held) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      while (tryLock(channel) == null) {
        await(deadline, held);
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void await(long deadline, String held) throws IOException {
    if (System.nanoTime() >= deadline) {
      throw new CollectionException(CollectionException.Problem.LOCKED, held);
    }
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the lock", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This very process holds it already, through another channel.
      return null;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel.isOpen()) {
      try {
        channel.close();
      } finally {
        HELD.remove(file);
      }
    }
  }
}
