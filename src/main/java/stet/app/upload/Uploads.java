package stet.app.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import stet.app.CollectionHome;

/**
 * Files that are sent to be taken in. One is at work at a time, so that however many are sent, no
 * more than one of them lies on disk. May be used by any number of threads.
 */
public final class Uploads {
  /** Where they lie meanwhile, in the collection's folder. */
  static final String FOLDER = "incoming";

  /** What a program that was killed left is kept no longer. */
  private static final Duration LEFT = Duration.ofDays(1);

  private final CollectionHome home;
  private final Clock clock;
  private final Semaphore free = new Semaphore(1);

  /** Uploads into a collection. */
  public Uploads(CollectionHome home, Clock clock) {
    this.home = home;
    this.clock = clock;
  }

  /** The largest file that is taken, in bytes. */
  public long most() {
    return home.settings().maxUpload();
  }

  /**
   * Begins to receive a file.
   *
   * @return to be closed; empty while another one is at work
   * @throws IOException when nothing can be written
   */
  public Optional<Upload> begin() throws IOException {
    if (!free.tryAcquire()) {
      return Optional.empty();
    }
    try {
      Path all = Files.createDirectories(home.folder().resolve(FOLDER));
      tidy(all);
      return Optional.of(
          new Upload(home, clock, Files.createTempDirectory(all, ""), free::release));
    } catch (IOException | RuntimeException e) {
      free.release();
      throw e;
    }
  }

  private void tidy(Path all) throws IOException {
    Instant old = clock.instant().minus(LEFT);
    try (Stream<Path> list = Files.list(all)) {
      for (Path each : list.toList()) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(old)) {
          delete(each);
        }
      }
    }
  }

  /** Deletes a folder with all that is in it, as far as that can be done. */
  static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> all = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path each : all) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException e) {
      // What is left now is deleted with what other programs left.
    }
  }
}
