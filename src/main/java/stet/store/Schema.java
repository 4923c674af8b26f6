package stet.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables and indices of the database, as the migrations make them one after another. */
final class Schema {
  /** The version that this program reads and writes, as {@code PRAGMA user_version}. */
  static final int VERSION = 9;

  // Statistics of the query planner come and go; the table of migrations is Flyway's own to lay
  // out.
  private static final String MADE =
      """
      SELECT type, name, sql FROM main.sqlite_schema
      WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' AND tbl_name <> 'flyway_schema_history'
      """;

  private static final String MIGRATED =
      "SELECT version, script, checksum || ' ' || success FROM main.flyway_schema_history";

  private Schema() {}

  /** Brings the database at that JDBC address up to date, from nothing if it is empty. */
  static void migrate(String url) {
    try {
      Flyway.configure()
          .dataSource(url, null, null)
          .locations("classpath:stet/store/migration")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw StoreException.of("the schema could not be brought up to date: " + e.getMessage());
    }
  }

  /**
   * What differs from a database that is made anew: a flipped bit in what makes a table or in the
   * list of migrations is seen by nothing else until it does harm.
   */
  static List<String> problems(Sql sql) {
    String url = "jdbc:sqlite:file:" + UUID.randomUUID() + "?mode=memory&cache=shared";
    // A database in memory lasts as long as one connection to it is open.
    try (Connection held = DriverManager.getConnection(url)) {
      migrate(url);
      Sql fresh = new Sql(held);
      Set<String> problems = new LinkedHashSet<>();
      differences(sql, fresh, MADE)
          .forEach(r -> problems.add("the schema differs at " + r.type + " '" + r.name + "'"));
      differences(sql, fresh, MIGRATED)
          .forEach(r -> problems.add("the list of migrations differs at '" + r.name + "'"));
      return List.copyOf(problems);
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }

  private record Row(String type, String name, String value) {}

  private static Set<Row> differences(Sql sql, Sql fresh, String query) {
    Set<Row> is = rows(sql, query);
    Set<Row> should = rows(fresh, query);
    Set<Row> differences = new LinkedHashSet<>(is);
    differences.removeAll(should);
    should.removeAll(is);
    differences.addAll(should);
    return differences;
  }

  private static Set<Row> rows(Sql sql, String query) {
    return new LinkedHashSet<>(
        sql.all(
            query,
            r ->
                new Row(
                    String.valueOf(r.getString(1)),
                    String.valueOf(r.getString(2)),
                    String.valueOf(r.getString(3)))));
  }
}
