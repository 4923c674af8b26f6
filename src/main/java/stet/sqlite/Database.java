package stet.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An open database: one connection, used by one thread at a time. Readers never wait for a writer
 * nor a writer for readers (WAL).
 */
public final class Database implements AutoCloseable {
  private static final Duration FOLDING = Duration.ofMillis(250);

  private final Sql sql;
  private final Transaction.Scope changes =
      new Transaction.Scope() {
        @Override
        public void commit() {
          Database.this.commit();
        }

        @Override
        public void rollBack() {
          Database.this.rollBack();
        }
      };
  private final @Nullable Migrations readBy;
  private @Nullable ReadOnlyFile afterwards;
  private Runnable forget = () -> {};
  private long seenVersion = -1;
  private @Nullable Path log;
  private long logLimit;
  private long foldAt;

  Database(Connection connection, @Nullable Migrations readBy) {
    this.sql = new Sql(connection);
    this.readBy = readBy;
  }

  /** Statements; what they change outside a transaction is committed at once, one by one. */
  public Sql sql() {
    return sql;
  }

  /** Whoever remembers rows is told when what was read may no longer be so. */
  public void onForget(Runnable reader) {
    forget = reader;
  }

  /**
   * Begins to change rows. Other writers are waited for here, for {@value Opening#BUSY_MILLIS} ms,
   * and nowhere later: a transaction that reads first and writes later would fail at once when
   * another writer came in between.
   *
   * @throws DatabaseException when another process kept writing
   */
  public Transaction begin() {
    sql.run("BEGIN IMMEDIATE");
    return new Transaction(changes);
  }

  private void commit() {
    sql.run("COMMIT");
    if (log != null && log.toFile().length() >= foldAt) {
      foldIn(log);
    }
  }

  /** Has a writer fold its log in by force when it has come to so many bytes. */
  void limitLog(Path file, long limit) {
    log = file;
    logLimit = limit;
    foldAt = limit;
  }

  /**
   * SQLite begins the log anew only in a moment in which nobody reads from it. Where readers follow
   * one another without a gap there is none, and it would grow for ever.
   */
  private void foldIn(Path full) {
    checkpoint(FOLDING);
    // One who reads for long is waited for now and then, and not after each commit.
    foldAt = full.toFile().length() + logLimit;
  }

  private void rollBack() {
    try {
      sql.run("ROLLBACK");
    } catch (DatabaseException e) {
      // SQLite has rolled back by itself (a full disk, an I/O error); the first error is the news.
    }
    forget.run();
  }

  /** Begins to read: what others commit from now on is not seen until the end. */
  void beginSnapshot() {
    sql.run("BEGIN");
    // It is the first look that takes the snapshot. One of a newer program is not to be read.
    requireReadable();
    long version = sql.one("PRAGMA data_version", r -> r.getLong(1)).orElseThrow();
    if (version != seenVersion) {
      forget.run();
      seenVersion = version;
    }
  }

  /** Ends it; false when the connection is of no use any more. */
  boolean endSnapshot() {
    try {
      sql.run("ROLLBACK");
      return true;
    } catch (DatabaseException e) {
      // What broke it was told to whoever read.
      return false;
    }
  }

  void requireReadable() {
    if (readBy != null) {
      readBy.require(sql);
    }
  }

  /**
   * Folds the write-ahead log into the file, so that the one file holds everything. Where somebody
   * reads an older state for longer, part of it stays in the log, which is nobody's loss.
   *
   * @param patience how long readers are waited for; other writers wait meanwhile
   */
  public void checkpoint(Duration patience) {
    sql.run("PRAGMA busy_timeout = " + patience.toMillis());
    sql.run("PRAGMA wal_checkpoint(TRUNCATE)");
    sql.run("PRAGMA busy_timeout = " + Opening.BUSY_MILLIS);
  }

  /**
   * Writes the file anew without anything that was deleted from it, and empties its log where
   * nobody reads an older state for longer than that.
   */
  public void shred(Duration patience) {
    sql.endStatements();
    sql.run("PRAGMA secure_delete = ON");
    sql.run("VACUUM");
    checkpoint(patience);
  }

  void closeAfterwards(ReadOnlyFile file) {
    afterwards = file;
  }

  @Override
  public void close() {
    sql.close();
    if (afterwards != null) {
      afterwards.close();
    }
  }
}
