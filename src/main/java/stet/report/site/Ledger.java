package stet.report.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.sqlite.Database;
import stet.sqlite.DatabaseException;
import stet.sqlite.Opening;
import stet.sqlite.Sql;
import stet.sqlite.Transaction;

/**
 * What earlier runs made and from what: an SQLite file in the site's folder, which only stet reads.
 * It is written as the run goes on, so that a run that is killed is gone on with by the next. One
 * that is missing, damaged or not ours costs time and nothing else: all is made anew.
 */
public final class Ledger implements AutoCloseable {
  public static final String FILE = ".stet-ledger";

  /** Rises with each change of its tables; a ledger with another one is not read. */
  private static final int SCHEMA = 5;

  /** Tells it from other SQLite files: "stet" in ASCII. */
  private static final int APPLICATION = 0x73746574;

  /** Changes after which they are committed; a killed run loses no more. */
  private static final int BATCH = 100;

  private static final int CACHE_KIB = 48 << 10;

  private final Path dir;
  private final Database database;
  private final Sql sql;
  private Transaction transaction;
  private int uncommitted;
  private boolean changing;

  private Ledger(Path dir, Database database) {
    this.dir = dir;
    this.database = database;
    this.sql = database.sql();
    this.transaction = database.begin();
  }

  /**
   * Opens the ledger of a site.
   *
   * @param remembering whether to go by what earlier runs have left
   * @throws IOException when the folder cannot be written to
   */
  static Ledger open(Path dir, boolean remembering) throws IOException {
    Files.createDirectories(dir);
    if (!remembering || !Files.isRegularFile(dir.resolve(FILE))) {
      discard(dir);
    }
    try {
      return connect(dir);
    } catch (DatabaseException e) {
      if (e.isLocked()) {
        throw e;
      }
      discard(dir);
      return connect(dir);
    }
  }

  private static Ledger connect(Path dir) {
    Opening opening = Opening.of(dir.resolve(FILE)).alone().withoutReferences().cache(CACHE_KIB);
    Database database = opening.toWrite();
    try {
      Ledger ledger = new Ledger(dir, database);
      ledger.requireOurs();
      return ledger;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private void requireOurs() {
    if (number("SELECT count(*) FROM sqlite_schema") == 0) {
      for (String statement : schema().split(";\n")) {
        if (!statement.isBlank()) {
          sql.run(statement);
        }
      }
      sql.run("PRAGMA application_id = " + APPLICATION);
      sql.run("PRAGMA user_version = " + SCHEMA);
      commit();
    } else if (number("PRAGMA application_id") != APPLICATION
        || number("PRAGMA user_version") != SCHEMA) {
      throw DatabaseException.of("the site's ledger is of another kind");
    }
  }

  private static String schema() {
    try (InputStream in = Ledger.class.getResourceAsStream("/stet/report/ledger.sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Removes the ledger of a site, with all that SQLite or earlier releases put beside it. */
  static void discard(Path dir) throws IOException {
    for (String suffix : List.of("", "-wal", "-shm", "-journal", ".part", ".left")) {
      Files.deleteIfExists(dir.resolve(FILE + suffix));
    }
  }

  Sql sql() {
    return sql;
  }

  long number(String query, @Nullable Object... arguments) {
    return sql.one(query, r -> r.getLong(1), arguments).orElse(0L);
  }

  /** Runs a change of several rows, all of which are kept or none. */
  void change(Runnable work) {
    changing = true;
    work.run();
    changing = false;
    if (++uncommitted >= BATCH) {
      commit();
    }
  }

  /** Keeps what was changed so far, also where the run is killed. */
  void commit() {
    transaction.commit();
    transaction = database.begin();
    uncommitted = 0;
  }

  /** A value of the run before; empty where it left none. */
  String get(String name) {
    return sql.one("SELECT value FROM meta WHERE name = ?", r -> r.getString(1), name).orElse("");
  }

  void set(String name, String value) {
    sql.update("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", name, value);
  }

  /** Pages about more than one article, as an earlier run or this one made them. */
  Optional<PageSet> unit(String name) {
    return sql.one(
        "SELECT inputs, names, stat, content, bytes FROM unit WHERE name = ?",
        r ->
            new PageSet(
                name,
                r.getString(1),
                new FileSetDigest(
                    names(r.getString(2)), r.getString(3), r.getString(4), r.getLong(5), 0)),
        name);
  }

  void put(PageSet made) {
    FileSetDigest seal = made.seal();
    change(
        () ->
            sql.update(
                "INSERT OR REPLACE INTO unit (name, inputs, names, stat, content, files, bytes)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                made.unit(),
                made.inputs(),
                names(seal.names()),
                seal.stat(),
                seal.content(),
                seal.names().size(),
                seal.bytes()));
  }

  /** Has pages made anew without knowing of those that are there. */
  void forget(String unit) {
    sql.update("UPDATE unit SET inputs = '' WHERE name = ?", unit);
  }

  void remove(String unit) {
    sql.update("DELETE FROM unit WHERE name = ?", unit);
  }

  /** Names of all units. */
  Set<String> units() {
    return sql.all("SELECT name FROM unit", r -> r.getString(1)).stream()
        .collect(Collectors.toSet());
  }

  static String names(List<String> names) {
    return String.join("\n", names);
  }

  static List<String> names(String names) {
    return names.isEmpty() ? List.of() : List.of(names.split("\n"));
  }

  /**
   * Ends the run.
   *
   * @param kept whether a later run may go by it
   */
  void finish(boolean kept) throws IOException {
    close();
    if (!kept) {
      discard(dir);
    }
  }

  /** Closes the file; what was written down so far stays for the next run. */
  @Override
  public void close() {
    try (Transaction open = transaction) {
      if (!changing) {
        open.commit();
      }
    } catch (DatabaseException e) {
      // Closed already, or damaged; the first error is the news.
    }
    database.close();
  }
}
