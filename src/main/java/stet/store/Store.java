package stet.store;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import stet.capture.Digest;
import stet.sqlite.Database;
import stet.sqlite.DatabaseException;
import stet.sqlite.Opening;
import stet.sqlite.Readers;
import stet.sqlite.Sql;
import stet.sqlite.Transaction;

/**
 * The SQLite index of one collection. One connection, used by one thread at a time; {@link #readers
 * others} may read while one writes.
 */
public final class Store implements AutoCloseable {
  private static final int WRITER_CACHE_KIB = 48 << 10;
  private static final int CHECKPOINT_PAGES = 12_000;

  /** Of a reader, of which there may be many. */
  private static final int STATES = 256;

  /** A writer compares the states of a batch with each other and with those before. */
  private static final int WRITER_STATES = 1_024;

  private final Database database;
  private final Sql sql;
  private final Tables tables;

  private Store(Database database, int states) {
    this.database = database;
    this.sql = database.sql();
    this.tables = new Tables(sql, states);
    database.onForget(tables::forget);
  }

  /**
   * Opens the database for reading and writing, makes it if there is none, and brings an older
   * schema up to date.
   *
   * @throws DatabaseException when the file is not a stet database, or newer than this program
   */
  public static Store open(Path file) {
    return new Store(opening(file).toWrite(), WRITER_STATES);
  }

  /** Opens an existing database for reading only. */
  public static Store openReadOnly(Path file) {
    return new Store(opening(file).toRead(), STATES);
  }

  /**
   * Opens an existing database for many threads that read at the same time, each of them one state
   * of it. What is lent is not to be closed; giving it back is.
   *
   * @param most how many may read at the same time
   * @throws DatabaseException when it cannot be read
   */
  public static Readers<Store> readers(Path file, int most) {
    return opening(file).readers(most, database -> new Store(database, STATES));
  }

  /** What a power cut takes along is indexed again: WARC files are forced before each commit. */
  private static Opening opening(Path file) {
    // SQLite's own 2 MB hold no index of a large collection: an import would read pages again and
    // again, and copy them into the file after every few batches.
    return Opening.of(file)
        .migrations(Schema.MIGRATIONS)
        .cache(WRITER_CACHE_KIB)
        .checkpointAfter(CHECKPOINT_PAGES);
  }

  /** The tables; what they change outside {@link #write} is committed at once, one by one. */
  public Tables tables() {
    return tables;
  }

  /**
   * Runs {@code work} as one transaction: all of it is kept, or none where it throws.
   *
   * @throws Exception what {@code work} throws
   */
  public <T> T write(Callable<T> work) throws Exception {
    try (Transaction transaction = database.begin()) {
      T result = work.call();
      tables.search().catchUp();
      transaction.commit();
      return result;
    }
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
      fingerprints.put(table, fingerprint(table));
    }
    return fingerprints;
  }

  private String fingerprint(String table) {
    String columns =
        sql.all("SELECT cid + 1 FROM pragma_table_info(?)", r -> r.getString(1), table).stream()
            .collect(Collectors.joining(","));
    MessageDigest sha = Digest.algorithm();
    sql.digest(sha, "SELECT * FROM " + table + " ORDER BY " + columns);
    return HexFormat.of().formatHex(sha.digest());
  }

  /**
   * Folds the write-ahead log into the database file, so that the one file holds everything, unless
   * somebody reads an older state all the time.
   *
   * @param patience how long they are waited for
   */
  public void checkpoint(Duration patience) {
    database.checkpoint(patience);
  }

  @Override
  public void close() {
    database.close();
  }
}
