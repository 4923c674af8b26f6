package stet.sqlite;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Apart from its caller, since a start that finds all up to date is not to load Flyway. */
final class FlywayRun {
  private FlywayRun() {}

  static void migrate(String url, String folder, String part) {
    try {
      Flyway.configure()
          .dataSource(url, null, null)
          .locations("classpath:" + folder)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw DatabaseException.of(part + " could not be brought up to date: " + e.getMessage());
    }
  }
}
