package stet.sqlite;

/** Changes that are all kept by {@link #commit}, or none: closed without it, it is rolled back. */
public final class Transaction implements AutoCloseable {
  private final Database database;
  private boolean ended;

  Transaction(Database database) {
    this.database = database;
  }

  /**
   * Keeps the changes.
   *
   * @throws DatabaseException when they could not be; closing rolls them back
   */
  public void commit() {
    database.sql().run("COMMIT");
    ended = true;
    database.committed();
  }

  @Override
  public void close() {
    if (!ended) {
      ended = true;
      database.rollBack();
    }
  }
}
