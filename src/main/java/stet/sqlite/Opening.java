package stet.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** How a database is opened: says first what is special about it, then opens it. */
public final class Opening {
  /** How long a lock is waited for; then {@link DatabaseException#isLocked}. */
  static final int BUSY_MILLIS = 5_000;

  /** Between two tries where SQLite does not wait by itself. */
  static final long WAIT_MILLIS = 50;

  private static final int SQLITE_CACHE_KIB = 2_000;
  private static final int SQLITE_CHECKPOINT_PAGES = 1_000;

  private static final long LOG_BYTES = 64L << 20;

  private final Path file;
  private @Nullable Migrations migrations;
  private int cacheKib = SQLITE_CACHE_KIB;
  private int checkpointPages = SQLITE_CHECKPOINT_PAGES;
  private long logBytes = LOG_BYTES;
  private boolean forced;
  private boolean alone;
  private boolean references = true;

  private Opening(Path file) {
    this.file = file;
  }

  /** The database in that file, which need not exist if it is opened for writing. */
  public static Opening of(Path file) {
    return new Opening(file);
  }

  /** Its schema is made by these, and an older one brought up to date before it is written to. */
  public Opening migrations(Migrations all) {
    migrations = all;
    return this;
  }

  /**
   * A writer keeps that much of the file in memory.
   *
   * @param kib 1,024 bytes each
   */
  public Opening cache(int kib) {
    cacheKib = kib;
    return this;
  }

  /** A writer folds the log into the file whenever it has come to so many pages. */
  public Opening checkpointAfter(int pages) {
    checkpointPages = pages;
    return this;
  }

  /** A writer waits for readers in its way when the log has come to that length. */
  Opening logLimit(long bytes) {
    logBytes = bytes;
    return this;
  }

  /**
   * A commit returns when it is on the disk. Otherwise a power cut may take the last commits along,
   * and never tears the file.
   */
  public Opening forced() {
    forced = true;
    return this;
  }

  /** Nobody else has it open: SQLite needs no shared memory beside the file, and others wait. */
  public Opening alone() {
    alone = true;
    return this;
  }

  /** Rows may refer to rows that are not there. */
  public Opening withoutReferences() {
    references = false;
    return this;
  }

  Path file() {
    return file;
  }

  /**
   * Opens it for reading and writing, makes it if there is none, and brings it up to date.
   *
   * @throws DatabaseException when it is no such database, of a newer program, or locked
   */
  public Database toWrite() {
    return toWrite(file);
  }

  /**
   * Where several make one file at the same time, SQLite does not wait for the one that switches it
   * to write-ahead logging, but fails at once.
   */
  private Database toWrite(Path at) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS);
    while (true) {
      try {
        return toWriteNow(at);
      } catch (DatabaseException e) {
        if (!e.isLocked() || System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS));
      }
    }
  }

  private Database toWriteNow(Path at) {
    SQLiteConfig config = config();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(
        forced ? SQLiteConfig.SynchronousMode.FULL : SQLiteConfig.SynchronousMode.NORMAL);
    if (alone) {
      config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    }
    String url = url(at);
    Database database = connect(() -> config.createConnection(url), null);
    return ready(
        database,
        () -> {
          database.sql().run("PRAGMA cache_size = -" + cacheKib);
          database.sql().run("PRAGMA wal_autocheckpoint = " + checkpointPages);
          database.limitLog(ReadOnlyFile.beside(at, "-wal"), logBytes);
          if (migrations != null) {
            migrations.bring(database, url);
          }
        });
  }

  /**
   * The same; where the medium cannot be written, a copy that is thrown away at closing, or an
   * empty database where there is none.
   *
   * @throws DatabaseException as {@link #toWrite}
   */
  public Database toWriteHereOrInACopy() {
    if (!ReadOnlyFile.isNeededFor(file)) {
      return toWrite();
    }
    ReadOnlyFile copy = ReadOnlyFile.copyOf(file);
    try {
      Database database = toWrite(copy.path());
      database.closeAfterwards(copy);
      return database;
    } catch (RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  /**
   * Opens an existing database for reading only, on whatever medium it lies.
   *
   * @throws DatabaseException when it is no such database, of another schema, or locked
   */
  public Database toRead() {
    ReadOnlyFile unwritable = ReadOnlyFile.isNeededFor(file) ? ReadOnlyFile.of(file) : null;
    Database database;
    try {
      database = toRead(unwritable);
    } catch (RuntimeException e) {
      if (unwritable != null) {
        unwritable.close();
      }
      throw e;
    }
    if (unwritable != null) {
      database.closeAfterwards(unwritable);
    }
    return database;
  }

  /**
   * The same, of a medium that was looked at before.
   *
   * @param unwritable null where the medium can be written; the caller closes it
   */
  public Database toRead(@Nullable ReadOnlyFile unwritable) {
    SQLiteConfig config = config();
    Database database =
        connect(
            () ->
                unwritable == null
                    ? config.createConnection(url(file))
                    : unwritable.connect(config),
            migrations);
    // A reader that may write the file changes nothing all the same, but takes the -wal and -shm
    // files that reading makes away when it is done.
    return ready(
        database,
        () -> {
          database.sql().run("PRAGMA query_only = 1");
          database.requireReadable();
        });
  }

  /**
   * Opens it for reading by many threads; the first connection at once.
   *
   * @param most how many may read at the same time
   * @param view makes what is read through a connection
   * @throws DatabaseException as {@link #toRead()}
   */
  public <V> Readers<V> readers(int most, Function<Database, V> view) {
    Readers<V> readers = new Readers<>(this, most, view);
    try {
      readers.lease().close();
      return readers;
    } catch (RuntimeException e) {
      readers.close();
      throw e;
    }
  }

  /** An empty database in memory, as the migrations make it. */
  public static Database inMemory(Migrations migrations) {
    String url = "jdbc:sqlite:file:" + UUID.randomUUID() + "?mode=memory&cache=shared";
    // It lasts as long as one connection to it is open.
    Database database = connect(() -> new SQLiteConfig().createConnection(url), null);
    return ready(database, () -> migrations.bring(database, url));
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }

  private SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    // Nobody asks for them that way, and to keep them the driver prepares a query after each
    // insert.
    config.setGetGeneratedKeys(false);
    config.enforceForeignKeys(references);
    return config;
  }

  private interface Connecting {
    Connection connect() throws SQLException;
  }

  private static Database connect(Connecting how, @Nullable Migrations readBy) {
    try {
      return new Database(how.connect(), readBy);
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }

  private static Database ready(Database database, Runnable steps) {
    try {
      steps.run();
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }
}
