package stet.sqlite;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How the schema of a database came about. {@code PRAGMA user_version} says how far a file is.
 *
 * @param folder of the SQL files on the class path, as Flyway names them
 * @param version that they lead to; the only one that this program reads and writes
 * @param name of the file in a message
 * @param part what could not be brought up to date, in a message
 * @param afterwards what no SQL can do, in one transaction once they ran
 */
public record Migrations(
    String folder, int version, String name, String part, Consumer<Sql> afterwards) {
  /** As SQLite's driver says it; Flyway hands on no more than the message. */
  private static final String BUSY = "[SQLITE_BUSY";

  /** Brings a database that is open for writing up to date, from nothing if it is empty. */
  void bring(Database database, String url) {
    int found = found(database.sql());
    if (found > version) {
      throw DatabaseException.of(
          name + " has schema " + found + ", this stet reads up to " + version);
    } else if (found < version) {
      if (!migrate(database.sql(), url)) {
        return;
      }
      try (Transaction transaction = database.begin()) {
        afterwards.accept(database.sql());
        transaction.commit();
      }
    }
  }

  /**
   * Brings it up to date, unless another program does the same just now; then that is waited for.
   *
   * @return whether this one did it
   */
  private boolean migrate(Sql sql, String url) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Opening.BUSY_MILLIS);
    while (true) {
      try {
        FlywayRun.migrate(url, folder, part);
        return true;
      } catch (DatabaseException e) {
        if (found(sql) == version) {
          return false;
        } else if (System.nanoTime() > end || !String.valueOf(e.getMessage()).contains(BUSY)) {
          throw e;
        }
      }
      try {
        Thread.sleep(Opening.WAIT_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw DatabaseException.of(part + " could not be brought up to date: interrupted");
      }
    }
  }

  /** Refuses a database of another version. */
  void require(Sql sql) {
    int found = found(sql);
    if (found != version) {
      throw DatabaseException.of(
          name
              + " has schema "
              + found
              + (found > version ? ", this stet reads up to " : " and this stet reads ")
              + version);
    }
  }

  private static int found(Sql sql) {
    return sql.one("PRAGMA user_version", r -> r.getInt(1)).orElse(0);
  }
}
