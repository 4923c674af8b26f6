package stet.sqlite;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * An open database: one connection, used by one thread at a time. Readers never wait for a writer
 * nor a writer for readers (WAL).
 */
public final class Database implements AutoCloseable {
  private final Sql sql;
  private final @Nullable Migrations readBy;
  private @Nullable ReadOnlyFile afterwards;
  private Runnable forget = () -> {};

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
    return new Transaction(this);
  }

  void rollBack() {
    try {
      sql.run("ROLLBACK");
    } catch (DatabaseException e) {
      // SQLite has rolled back by itself (a full disk, an I/O error); the first error is the news.
    }
    forget.run();
  }

  void requireReadable() {
    if (readBy != null) {
      readBy.require(sql);
    }
  }

  /** Folds the write-ahead log into the file, so that the one file holds everything. */
  public void checkpoint() {
    sql.run("PRAGMA wal_checkpoint(TRUNCATE)");
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
