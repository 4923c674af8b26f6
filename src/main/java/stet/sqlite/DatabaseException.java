package stet.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database could not do what was asked; nothing of the unfinished transaction was kept. */
public final class DatabaseException extends RuntimeException {
  private final boolean locked;

  private DatabaseException(String message, boolean locked, @Nullable Throwable cause) {
    super(message, cause);
    this.locked = locked;
  }

  /** What the database said. */
  public static DatabaseException of(SQLException e) {
    boolean locked =
        e instanceof SQLiteException s
            && (s.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
    return new DatabaseException(String.valueOf(e.getMessage()), locked, e);
  }

  /** What is wrong with the database, in lower case. */
  public static DatabaseException of(String message) {
    return new DatabaseException(message, false, null);
  }

  /** Whose turn did not come. */
  static DatabaseException locked(String message) {
    return new DatabaseException(message, true, null);
  }

  /** Whether another process holds the database for longer than the busy time-out. */
  public boolean isLocked() {
    return locked;
  }
}
