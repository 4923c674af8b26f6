package stet.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on one connection, each prepared once. Used by one thread at a time. */
public final class Sql {
  /** Reads one row. */
  public interface Row<T> {
    /** The row under the cursor, which must not be moved. */
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Runs a statement that changes rows; tells how many. */
  public int update(String sql, @Nullable Object... arguments) {
    try {
      return bind(sql, arguments).executeUpdate();
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }

  /** Inserts one row and returns its row id; the statement must not return anything itself. */
  public long insert(String sql, @Nullable Object... arguments) {
    return one(sql + " RETURNING rowid", r -> r.getLong(1), arguments).orElseThrow();
  }

  /** The first row of a query, if any. */
  public <T> Optional<T> one(String sql, Row<T> row, @Nullable Object... arguments) {
    try (ResultSet rows = bind(sql, arguments).executeQuery()) {
      return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }

  /** All rows of a query. */
  public <T> List<T> all(String sql, Row<T> row, @Nullable Object... arguments) {
    try (ResultSet rows = bind(sql, arguments).executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(row.read(rows));
      }
      return found;
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }

  /** Runs a statement that takes no arguments and is not worth keeping. */
  public void run(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }

  /** Adds the rows of a query, in the order in which it gives them, to a digest. */
  public void digest(MessageDigest sha, String sql, @Nullable Object... arguments) {
    try (ResultSet rows = bind(sql, arguments).executeQuery()) {
      update(sha, rows);
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }

  private static void update(MessageDigest sha, ResultSet rows) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      for (int i = 1; i <= columns; i++) {
        byte[] value = rows.getBytes(i);
        sha.update((value == null ? "-" : value.length + ":").getBytes(US_ASCII));
        sha.update(value == null ? new byte[0] : value);
      }
    }
    sha.update((byte) '.');
  }

  private PreparedStatement bind(String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  /** Lets go of statements that are kept for the next time: some of them count as not ended. */
  void endStatements() {
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      prepared.clear();
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }

  void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }
}
