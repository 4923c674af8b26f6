package stet.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import stet.sqlite.DatabaseException;
import stet.store.Store;

/**
 * The folder of a collection: what lies where in it, and how it comes to be.
 *
 * @param home the folder; it need not be there
 */
public record CollectionFolder(Path home) {
  /** How long to wait for another process that makes the same collection. */
  private static final Duration MAKING = Duration.ofSeconds(30);

  /** The captures, in WARC files. */
  public Path snapshots() {
    return home.resolve("snapshots");
  }

  /** The index derived from them. */
  Path database() {
    return home.resolve("stet.db");
  }

  /** Whether there is a collection. */
  public boolean isThere() {
    return Files.isRegularFile(database());
  }

  /**
   * Makes sure that there is a collection.
   *
   * @throws CollectionException when there is none
   */
  public void require() {
    if (!isThere()) {
      throw new CollectionException(
          CollectionException.Problem.NONE_HERE,
          "no collection in '" + home + "'; make one with 'stet init' or name one with --home");
    }
  }

  /**
   * Makes an empty collection, or does nothing where there is one.
   *
   * @return whether there was none before
   * @throws IOException when the folder cannot be made
   */
  public boolean make() throws IOException {
    Files.createDirectories(snapshots());
    Files.createDirectories(home.resolve("reports"));
    if (!isThere() && makeDatabase()) {
      return true;
    }
    Store.open(database()).close();
    return false;
  }

  /** Puts an empty database in place when it is complete: a kill leaves a whole one or none. */
  @SuppressWarnings("try") // the lock is only held
  private boolean makeDatabase() throws IOException {
    try (CollectionLock lock = lock(MAKING)) {
      if (isThere()) {
        return false;
      }
      Path fresh = home.resolve(database().getFileName() + ".making");
      Rebuilder.delete(fresh);
      Store.open(fresh).close();
      Files.move(fresh, database(), StandardCopyOption.ATOMIC_MOVE);
      return true;
    }
  }

  /**
   * Takes the right to write.
   *
   * @throws CollectionException when another process keeps it for longer than {@code patience}
   */
  CollectionLock lock(Duration patience) throws IOException {
    return CollectionLock.acquire(
        home.resolve("stet.lock"),
        patience,
        "another stet is writing to this collection; try again when it is done");
  }

  /** What a person is told where the database cannot be opened. */
  CollectionException unreadable(DatabaseException e) {
    return new CollectionException(
        e.isLocked() ? CollectionException.Problem.LOCKED : CollectionException.Problem.UNREADABLE,
        "cannot open '" + database() + "': " + e.getMessage() + "; 'stet rebuild' makes it anew");
  }
}
