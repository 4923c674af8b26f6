package stet.track;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A right that one process at a time has on a collection, such as to write to it. The operating
 * system gives it back when the process ends, however it ends; the file itself stays and means
 * nothing.
 */
public final class CollectionLock implements AutoCloseable {
  private static final long POLL_MILLIS = 50;

  private final FileChannel channel;

  private CollectionLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes it.
   *
   * @param file that stands for it; made where there is none
   * @param patience how long to wait for another process that has it
   * @param held what a person is told where another keeps it
   * @throws CollectionException when another keeps it
   * @throws IOException when the file cannot be made
   */
  public static CollectionLock acquire(Path file, Duration patience, String held)
      throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      long deadline = System.nanoTime() + patience.toNanos();
      while (tryLock(channel) == null) {
        if (System.nanoTime() >= deadline) {
          throw new CollectionException(CollectionException.Problem.LOCKED, held);
        }
        Thread.sleep(POLL_MILLIS);
      }
      return new CollectionLock(channel);
    } catch (InterruptedException e) {
      channel.close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the lock", e);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
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
  public void close() throws IOException {
    channel.close();
  }
}
