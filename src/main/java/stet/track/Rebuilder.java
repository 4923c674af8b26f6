package stet.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import stet.archive.WarcArchive;
import stet.sqlite.DatabaseException;
import stet.store.Store;
import stet.story.Engine;
import stet.track.takedown.EraseTargets;
import stet.track.takedown.WithheldStamp;
import stet.withhold.Withheld;
import stet.withhold.WithheldFile;

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
  public static Rebuilt rebuild(Path home, Engine engine, Duration patience, Progress progress)
      throws IOException {
    return held(home, engine, patience, held -> held.rebuild(progress));
  }

  /** What is done while nobody else writes. */
  public interface Work<T> {
    /**
     * @throws IOException when it cannot be done
     */
    T with(Held held) throws IOException;
  }

  /** The right to make the index anew, and to change what it is made from. */
  public static final class Held {
    private final CollectionFolder folder;
    private final Engine engine;

    private Held(CollectionFolder folder, Engine engine) {
      this.folder = folder;
      this.engine = engine;
    }

    /** Makes all rows anew, see {@link Rebuilder#rebuild}. */
    public Rebuilt rebuild(Progress progress) throws IOException {
      CatchUp.Result result = replace(folder, engine, progress);
      return new Rebuilt(result.captures(), result.damage());
    }

    /** Whether the index knows of all captures and takedowns and of no others. */
    public boolean isCurrent() throws IOException {
      WarcArchive archive = new WarcArchive(folder.snapshots());
      try (Store store = Store.openReadOnly(folder.database())) {
        boolean current =
            WithheldStamp.difference(store, new WithheldFile(folder.home())).isEmpty()
                && EngineStamp.difference(store, engine).isEmpty();
        Map<String, Long> indexed = store.tables().warcFiles().indexedLengths();
        for (String file : archive.files()) {
          current &= indexed.getOrDefault(file, 0L) == archive.size(file);
        }
        return current;
      } catch (DatabaseException e) {
        return false;
      }
    }

    /** The records whose bytes a takedown takes; the index has to be current. */
    public EraseTargets targets(Withheld mark) throws IOException {
      try (Store store = Store.openReadOnly(folder.database())) {
        return EraseTargets.of(mark, store.tables(), new WarcArchive(folder.snapshots()));
      }
    }

    /** Erases their bytes. */
    public WarcArchive.Erased erase(EraseTargets targets) throws IOException {
      return new WarcArchive(folder.snapshots()).erase(targets.records());
    }
  }

  /**
   * Does something while nobody else writes to a collection.
   *
   * @param engine makes rows; it need not be the one that made those that are there
   * @param patience how long to wait for another writer to finish
   * @throws CollectionException when another process keeps writing
   */
  @SuppressWarnings("try") // the lock is only held
  public static <T> T held(Path home, Engine engine, Duration patience, Work<T> work)
      throws IOException {
    CollectionFolder folder = new CollectionFolder(home);
    Files.createDirectories(home);
    try (CollectionLock lock = folder.lock(patience)) {
      return work.with(new Held(folder, engine));
    }
  }

  private static CatchUp.Result replace(CollectionFolder folder, Engine engine, Progress progress)
      throws IOException {
    Path database = folder.database();
    Path fresh = database.resolveSibling(database.getFileName() + ".rebuilding");
    delete(fresh);
    CatchUp.Result result = build(fresh, folder, engine, progress);
    retire(database);
    Files.move(
        fresh, database, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return result;
  }

  /** Writes all rows into a new file. */
  static CatchUp.Result build(Path file, CollectionFolder folder, Engine engine, Progress progress)
      throws IOException {
    WithheldFile withheld = new WithheldFile(folder.home());
    WarcArchive archive = new WarcArchive(folder.snapshots());
    try (Store store = Store.open(file);
        Indexer indexer = new Indexer(store, engine, withheld.read())) {
      EngineStamp.check(store, engine);
      WithheldStamp.stamp(store, withheld);
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
