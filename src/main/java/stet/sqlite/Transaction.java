package stet.sqlite;

/** Changes that are all kept by {@link #commit}, or none: closed without it, it is rolled back. */
public final class Transaction implements AutoCloseable {
  /** Whose changes they are. */
  public interface Scope {
    /** Keeps them. */
    void commit();

    /** Takes them back; never throws. */
    void rollBack();
  }

  private final Scope scope;
  private boolean ended;

  /** One that has begun. */
  public Transaction(Scope scope) {
    this.scope = scope;
  }

  /**
   * Keeps the changes.
   *
   * @throws DatabaseException when they could not be; closing rolls them back
   */
  public void commit() {
    scope.commit();
    ended = true;
  }

  @Override
  public void close() {
    if (!ended) {
      ended = true;
      scope.rollBack();
    }
  }
}
