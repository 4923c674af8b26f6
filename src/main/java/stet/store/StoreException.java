package stet.store;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database could not do what was asked; nothing of the unfinished transaction was kept. */
public final class StoreException extends RuntimeException {
  private final boolean locked;

  private StoreException(String message, boolean locked, Throwable cause) {
    super(message, cause);
    this.locked = locked;
  }

  /** What the database said. */
  public static StoreException of(SQLException e) {
    boolean locked =
        e instanceof SQLiteException s
            && (s.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
    return new StoreException(e.getMessage(), locked, e);
  }

  /** What is wrong with the database, in lower case. */
  public static StoreException of(String message) {
    return new StoreException(message, false, null);
  }

  /** Whether another process holds the database for longer than the busy time-out. */
  public boolean isLocked() {
    return locked;
  }
}
