package stet.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import stet.archive.WarcArchive;
import stet.sqlite.DatabaseException;
import stet.store.Store;

/** Makes a database from the WARC files alone. */
final class Rebuilder {
  /** How long readers of the old database keep the rest of it from being folded in. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Rebuilder() {}

  /** Makes {@code database} anew and puts it in place when it is complete. */
  static CatchUp.Result replace(Path database, Path snapshots, Engine engine, Progress progress)
      throws IOException {
    Path fresh = database.resolveSibling(database.getFileName() + ".rebuilding");
    delete(fresh);
    CatchUp.Result result = build(fresh, new WarcArchive(snapshots), engine, progress);
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
