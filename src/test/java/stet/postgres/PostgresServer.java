package stet.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server of the tests' own, begun by the first test that wants one. */
public final class PostgresServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static EmbeddedPostgres server;

  private PostgresServer() {}

  /** An empty database; the test is skipped where no server can run. */
  public static synchronized PostgresAddress database() throws IOException, SQLException {
    return database(Optional::empty);
  }

  /** The same for who has to say a password, which nobody is asked for here. */
  public static synchronized PostgresAddress database(
      java.util.function.Supplier<Optional<String>> password) throws IOException, SQLException {
    return PostgresAddress.of(newDatabase(), password);
  }

  /** The address of an empty database, as settings have it. */
  public static synchronized String newDatabase() throws IOException, SQLException {
    String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    assumeTrue(
        machine.equals("Linux amd64"),
        "the PostgreSQL server of the tests is there for Linux on amd64 only, not for " + machine);
    if (server == null) {
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("max_connections", "60")
              .start();
    }
    String name = "stet_" + DATABASES.incrementAndGet();
    try (Connection connection = connection("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return "postgresql://postgres@localhost:" + server.getPort() + "/" + name;
  }

  /** Ends all connections to a database, as a server that begins anew does. */
  public static void cutOff(PostgresAddress address) throws SQLException {
    try (Connection connection = connection("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
              + address.toString().replaceFirst(".*/", "")
              + "'");
    }
  }

  private static Connection connection(String database) throws SQLException {
    return DriverManager.getConnection(server.getJdbcUrl("postgres", database));
  }
}
