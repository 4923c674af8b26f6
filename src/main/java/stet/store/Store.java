package stet.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The SQLite index of one collection. One connection, used by one thread at a time; other processes
 * may read while one writes (WAL).
 */
public final class Store implements AutoCloseable {
  private static final int BUSY_MILLIS = 5_000;
  private static final int WRITER_CACHE_KIB = 48 << 10;
  private static final int CHECKPOINT_PAGES = 4_000;

  private final Sql sql;
  private final Tables tables;

  private final @Nullable ReadOnlyFile unwritable;

  private Store(Connection connection, @Nullable ReadOnlyFile unwritable) {
    this.unwritable = unwritable;
    this.sql = new Sql(connection);
    this.tables = new Tables(sql);
  }

  /**
   * Opens the database for reading and writing, makes it if there is none, and brings an older
   * schema up to date.
   *
   * @throws StoreException when the file is not a stet database, or newer than this program
   */
  public static Store open(Path file) {
    return connect(file, false);
  }

  /** Opens an existing database for reading only. */
  public static Store openReadOnly(Path file) {
    return connect(file, true);
  }

  private static Store connect(Path file, boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    // A reader that may write the file changes nothing all the same (query_only), but takes the
    // -wal and -shm files that reading makes away when it is done.
    ReadOnlyFile unwritable =
        readOnly && ReadOnlyFile.isNeededFor(file) ? ReadOnlyFile.of(file) : null;
    if (!readOnly) {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      // With WAL a power cut may lose the last commits but never tears the file; what is lost is
      // indexed again from the WARC files, which are forced to disk before each commit.
      config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    }
    String url = "jdbc:sqlite:" + file;
    Store store;
    try {
      Connection connection =
          unwritable == null ? config.createConnection(url) : unwritable.connect(config);
      store = new Store(connection, unwritable);
      if (!readOnly) {
        // SQLite's own 2 MB hold no index of a large collection: an import would read pages again
        // and again, and copy them into the file after every few batches.
        store.sql.run("PRAGMA cache_size = -" + WRITER_CACHE_KIB);
        store.sql.run("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
      }
      if (readOnly) {
        store.sql.run("PRAGMA query_only = 1");
      }
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
    try {
      store.checkSchema(url, readOnly);
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void checkSchema(String url, boolean readOnly) {
    int found = sql.one("PRAGMA user_version", r -> r.getInt(1)).orElse(0);
    if (found > Schema.VERSION) {
      throw StoreException.of(
          "the database has schema " + found + ", this stet reads up to " + Schema.VERSION);
    } else if (found < Schema.VERSION && readOnly) {
      throw StoreException.of(
          "the database has schema " + found + " and this stet reads " + Schema.VERSION);
    } else if (found < Schema.VERSION) {
      Schema.migrate(url);
      takeIntoSearch();
    }
  }

  /** Words of an older database, which no migration in SQL can cut. */
  private void takeIntoSearch() {
    sql.run("BEGIN IMMEDIATE");
    tables.search().catchUp();
    sql.run("COMMIT");
  }

  /** The tables; what they change outside {@link #write} is committed at once, one by one. */
  public Tables tables() {
    return tables;
  }

  /**
   * Runs {@code work} as one transaction: all of it is kept, or none where it throws. The write
   * lock is taken at the beginning, because a transaction that reads first and writes later fails
   * at once when another writer came in between.
   *
   * @throws Exception what {@code work} throws
   */
  public <T> T write(Callable<T> work) throws Exception {
    sql.run("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      T result = work.call();
      tables.search().catchUp();
      sql.run("COMMIT");
      done = true;
      return result;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      sql.run("ROLLBACK");
    } catch (StoreException e) {
      // SQLite has rolled back by itself (a full disk, an I/O error); the first error is the news.
    }
    tables.forget();
  }

  /** A setting of the collection, such as which extractor made it. */
  public Optional<String> setting(String name) {
    return sql.one("SELECT value FROM setting WHERE name = ?", r -> r.getString(1), name);
  }

  /** Sets a setting of the collection. */
  public void set(String name, String value) {
    sql.update("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", name, value);
  }

  /** What is wrong with the file, its references and its schema; empty when nothing is. */
  public List<String> integrity() {
    List<String> problems = new ArrayList<>(sql.all("PRAGMA integrity_check", r -> r.getString(1)));
    problems.remove("ok");
    problems.addAll(
        sql.all(
            "PRAGMA foreign_key_check",
            r -> "a row of '" + r.getString(1) + "' refers to a missing row of " + r.getString(3)));
    problems.addAll(Schema.problems(sql));
    return problems;
  }

  /**
   * Whether the search fits the texts; of a database opened for reading.
   *
   * @return what is wrong, one line each
   */
  public List<String> searchProblems() {
    return new SearchCheck(sql, tables.search()).problems();
  }

  /**
   * A SHA-256 over all rows of each table, in the order of their keys. The search is left out: how
   * it is laid out depends on how much came at a time, and what is in it on the other tables; so
   * are the numbers of changes, which tell the order of writing. Two databases with equal
   * fingerprints hold the same rows.
   */
  public Map<String, String> fingerprints() {
    Map<String, String> fingerprints = new TreeMap<>();
    for (String table :
        sql.all(
            """
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
              AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'flyway%'
              AND name NOT IN ('article_change', 'identity')""",
            r -> r.getString(1))) {
      fingerprints.put(table, sql.fingerprint(table));
    }
    return fingerprints;
  }

  /** Folds the write-ahead log into the database file, so that the one file holds everything. */
  public void checkpoint() {
    sql.run("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  @Override
  public void close() {
    sql.close();
    if (unwritable != null) {
      unwritable.close();
    }
  }
}
