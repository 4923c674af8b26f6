package stet.postgres;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import stet.sqlite.DatabaseException;
import stet.sqlite.Sql;

/** Brings the schema of a shared queue up to date, from nothing in a database that has none. */
final class QueueSchema {
  static final int VERSION = 1;

  private QueueSchema() {}

  /**
   * Looks how far the schema is, and loads what can change it only where it is behind.
   *
   * @throws DatabaseException when it is newer than this program, or cannot be changed
   */
  static void bring(Postgres database, PostgresAddress address) {
    int found = found(database.sql());
    if (found > VERSION) {
      throw DatabaseException.of(
          "the queue in '"
              + address
              + "' has schema "
              + found
              + ", this stet reads up to "
              + VERSION);
    } else if (found < VERSION) {
      Run.migrate(address);
    }
  }

  private static int found(Sql sql) {
    boolean there =
        sql.one(
                "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name ="
                    + " 'schema_version'",
                r -> true,
                Postgres.SCHEMA)
            .isPresent();
    return there ? sql.one("SELECT max(version) FROM schema_version", r -> r.getInt(1)).get() : 0;
  }

  /** Apart, since a start that finds all up to date is not to load Flyway. */
  private static final class Run {
    static void migrate(PostgresAddress address) {
      try {
        Flyway.configure()
            .dataSource(address.url(), address.user(), address.password().orElse(null))
            .jdbcProperties(address.parameters())
            .schemas(Postgres.SCHEMA)
            .createSchemas(true)
            .locations("classpath:stet/watch/queue")
            .load()
            .migrate();
      } catch (FlywayException e) {
        String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        throw DatabaseException.of(
            "the queue in '" + address + "' could not be brought up to date: " + why);
      }
    }
  }
}
