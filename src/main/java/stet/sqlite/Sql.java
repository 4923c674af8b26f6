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
  /** Where the connection comes from. */
  public interface Source {
    /** The connection; another one than before where that was lost. */
    Connection connection() throws SQLException;

    /** What is told of an error; whoever lost the connection lets go of it here. */
    default DatabaseException failed(SQLException e) {
      return DatabaseException.of(e);
    }

    /** Text as this database can hold it. */
    default String text(String text) {
      return text;
    }
  }

  /** Reads one row. */
  public interface Row<T> {
    /** The row under the cursor, which must not be moved. */
    T read(ResultSet row) throws SQLException;
  }

  private final Source source;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private @Nullable Connection preparedOn;

  Sql(Connection connection) {
    this(() -> connection);
  }

  /** Over a connection that may be another one later. */
  public Sql(Source source) {
    this.source = source;
  }

  /** Runs a statement that changes rows; tells how many. */
  public int update(String sql, @Nullable Object... arguments) {
    try {
      return bind(sql, arguments).executeUpdate();
    } catch (SQLException e) {
      throw source.failed(e);
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
      throw source.failed(e);
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
      throw source.failed(e);
    }
  }

  /** Runs a statement that takes no arguments and is not worth keeping. */
  public void run(String sql) {
    try (var statement = source.connection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw source.failed(e);
    }
  }

  /** Adds the rows of a query, in the order in which it gives them, to a digest. */
  public void digest(MessageDigest sha, String sql, @Nullable Object... arguments) {
    try (ResultSet rows = bind(sql, arguments).executeQuery()) {
      update(sha, rows);
    } catch (SQLException e) {
      throw source.failed(e);
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
    Connection connection = source.connection();
    if (connection != preparedOn) {
      // Statements of a connection that was lost went with it.
      prepared.clear();
      preparedOn = connection;
    }
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      statement.setObject(i + 1, argument instanceof String text ? source.text(text) : argument);
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
      throw source.failed(e);
    }
  }

  void close() {
    try {
      source.connection().close();
    } catch (SQLException e) {
      throw source.failed(e);
    }
  }
}
