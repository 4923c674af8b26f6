package stet.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import stet.sqlite.DatabaseException;
import stet.sqlite.Sql;
import stet.sqlite.Transaction;

/**
 * One connection to a PostgreSQL database, used by one thread at a time. It is made at its first
 * use, and made again at the first use after it was lost; what was asked of a lost one fails.
 */
public final class Postgres implements AutoCloseable {
  /** All tables of this program lie in it, beside whatever else the database holds. */
  static final String SCHEMA = "stet";

  private static final Duration CONNECTING = Duration.ofSeconds(5);

  /** A server that stopped without a word is not waited for longer. */
  private static final Duration ANSWERING = Duration.ofSeconds(30);

  /** A program that stands still within a transaction is not to stop the others. */
  private static final String NOBODY_IS_KEPT_WAITING =
      "-c idle_in_transaction_session_timeout=60s -c lock_timeout=20s";

  private static final int MOST_TRIES = 8;

  /** Two transactions that waited for each other, of which one was ended. */
  private static final Set<String> IN_EACH_OTHERS_WAY = Set.of("40P01", "40001");

  /** Beginnings of states (SQLSTATE) after which a connection is of no use. */
  private static final Set<String> LOST = Set.of("08", "57P", "53300", "28", "25P03");

  private final PostgresAddress address;
  private final Sql sql;
  private @Nullable Connection connection;
  private boolean checked;
  private boolean inTransaction;

  private final Transaction.Scope changes =
      new Transaction.Scope() {
        @Override
        public void commit() {
          sql.run("COMMIT");
          inTransaction = false;
        }

        @Override
        public void rollBack() {
          inTransaction = false;
          try {
            if (connection != null) {
              sql.run("ROLLBACK");
            }
          } catch (DatabaseException e) {
            // The connection went, and the transaction with it; the first error is the news.
          }
        }
      };

  public Postgres(PostgresAddress address) {
    this.address = address;
    this.sql =
        new Sql(
            new Sql.Source() {
              @Override
              public Connection connection() throws SQLException {
                return connected();
              }

              @Override
              public DatabaseException failed(SQLException e) {
                return lost(e);
              }

              @Override
              public String text(String text) {
                // PostgreSQL holds any character but this one.
                return text.indexOf('\0') < 0 ? text : text.replace('\0', '\ufffd');
              }
            });
  }

  /** Statements; what they change outside a transaction is committed at once, one by one. */
  public Sql sql() {
    return sql;
  }

  /** Begins to change rows. */
  public Transaction begin() {
    sql.run("BEGIN");
    inTransaction = true;
    return new Transaction(changes);
  }

  /**
   * Runs {@code work} as one transaction: all of it is kept, or none where it throws. It is run
   * again where it and another transaction waited for each other.
   *
   * @throws DatabaseException when the database cannot be reached or does not do it
   */
  public <T> T write(Callable<T> work) {
    for (int tries = 1; ; tries++) {
      try (Transaction transaction = begin()) {
        T result = work.call();
        transaction.commit();
        return result;
      } catch (DatabaseException e) {
        if (tries == MOST_TRIES || !isInTheWay(e)) {
          throw e;
        }
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static boolean isInTheWay(DatabaseException e) {
    return e.getCause() instanceof SQLException s && IN_EACH_OTHERS_WAY.contains(s.getSQLState());
  }

  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open != null) {
      return open;
    } else if (inTransaction) {
      throw new SQLException("the connection was lost within a transaction", "08006");
    }
    open = DriverManager.getConnection(address.url(), properties(address));
    connection = open;
    if (!checked) {
      bringUpToDate();
    }
    return open;
  }

  private void bringUpToDate() {
    try {
      QueueSchema.bring(this, address);
      checked = true;
    } finally {
      if (!checked) {
        close();
      }
    }
  }

  static Properties properties(PostgresAddress address) {
    Properties properties = new Properties();
    properties.putAll(address.parameters());
    properties.setProperty("user", address.user());
    address.password().ifPresent(p -> properties.setProperty("password", p));
    properties.setProperty("currentSchema", SCHEMA);
    properties.setProperty("ApplicationName", "stet");
    properties.setProperty("connectTimeout", String.valueOf(CONNECTING.toSeconds()));
    properties.setProperty("loginTimeout", String.valueOf(CONNECTING.toSeconds()));
    properties.setProperty("socketTimeout", String.valueOf(ANSWERING.toSeconds()));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("options", NOBODY_IS_KEPT_WAITING);
    return properties;
  }

  /** Whoever asks next connects anew, where it is the connection that failed. */
  private DatabaseException lost(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    // 08: the connection; 57P: the server is being ended or begun; 53300: it has no room for
    // another; 28: who asks is not let in; 25P03: who asked was too slow.
    boolean away = LOST.stream().anyMatch(state::startsWith);
    if (!away) {
      return DatabaseException.of(e);
    }
    Connection lost = connection;
    connection = null;
    if (lost != null) {
      try {
        lost.close();
      } catch (SQLException ignored) {
        // It is gone as it is.
      }
    }
    String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return DatabaseException.of("the database '" + address + "' cannot be reached: " + why);
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        // What was committed is committed, and nobody uses it any more.
      }
    }
  }
}
