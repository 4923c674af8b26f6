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
 * The right to write to a collection, held by one process at a time. The operating system gives it
 * back when the process ends, however it ends; the file itself stays and means nothing.
 */
final class CollectionLock implements AutoCloseable {
  private static final long POLL_MILLIS = 50;

  private final FileChannel channel;

  private CollectionLock(FileChannel channel) {
    this.channel = channel;
  }

  static CollectionLock acquire(Path file, Duration patience) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      long deadline = System.nanoTime() + patience.toNanos();
      while (tryLock(channel) == null) {
        if (System.nanoTime() >= deadline) {
          throw new CollectionException(
              CollectionException.Problem.LOCKED,
              "another stet is writing to this collection; try again when it is done");
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
