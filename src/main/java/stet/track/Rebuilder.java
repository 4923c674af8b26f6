package stet.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import stet.archive.WarcArchive;
import stet.sqlite.DatabaseException;
import stet.store.Store;

/** Makes the index of a collection from its WARC files alone. */
public final class Rebuilder {
  /** How long readers of the old database keep the rest of it from being folded in. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Rebuilder() {}

  /**
   * What a rebuild did.
   *
   * @param captures how many were read
   * @param damage stretches of the archive that could not be read, one line each
   */
  public record Rebuilt(int captures, List<String> damage) {}

  /** {@link #rebuild(Path, Engine, Duration, Progress)} without a user's own rules. */
  public static Rebuilt rebuild(Path home, Duration patience, Progress progress)
      throws IOException {
    return rebuild(home, Engine.standard(), patience, progress);
  }

  /**
   * Makes all rows anew and puts the new database in the old one's place when it is complete.
   *
   * @param home the collection's folder; its database may be missing or unreadable
   * @param engine makes them; it need not be the one that made those that are there
   * @param patience how long to wait for another writer to finish
   * @return what was read, and what could not be
   * @throws CollectionException when another process keeps writing
   * @throws IOException when the archive cannot be read or the database not be written
   */
  @SuppressWarnings("try") // the lock is only held
  public static Rebuilt rebuild(Path home, Engine engine, Duration patience, Progress progress)
      throws IOException {
    CollectionFolder folder = new CollectionFolder(home);
    Files.createDirectories(home);
    try (CollectionLock lock = folder.lock(patience)) {
      CatchUp.Result result = replace(folder, engine, progress);
      return new Rebuilt(result.captures(), result.damage());
    }
  }

  private static CatchUp.Result replace(CollectionFolder folder, Engine engine, Progress progress)
      throws IOException {
    Path database = folder.database();
    Path fresh = database.resolveSibling(database.getFileName() + ".rebuilding");
    delete(fresh);
    CatchUp.Result result = build(fresh, new WarcArchive(folder.snapshots()), engine, progress);
    retire(database);
    Files.move(
        fresh, database, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return result;
  }

  /** Writes all rows into a new file. */
  static CatchUp.Result build(Path file, WarcArchive archive, Engine engine, Progress progress)
      throws IOException {
    try (Store store = Store.open(file);
        Indexer indexer = new Indexer(store, engine)) {
      EngineStamp.check(store, engine);
      CatchUp.Result result = new CatchUp(archive, store, indexer).run(progress);
      store.checkpoint(PATIENCE);
      return result;
    }
  }

  /** Removes a database with the files that SQLite keeps beside it. */
  static void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
    deleteLogs(file);
  }

  /**
   * Empties and removes the old database's write-ahead log. Left behind, SQLite would replay it
   * into the new database that takes the old one's name.
   */
  private static void retire(Path database) throws IOException {
    if (Files.exists(database)) {
      try (Store old = Store.open(database)) {
        old.checkpoint(PATIENCE);
      } catch (DatabaseException e) {
        // It cannot be opened, which is a good reason to rebuild it; nothing in it is the truth.
      }
    }
    deleteLogs(database);
  }

  /** Removes the files that SQLite keeps beside a database. */
  private static void deleteLogs(Path database) throws IOException {
    for (String suffix : new String[] {"-wal", "-shm", "-journal"}) {
      Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
    }
  }
}
