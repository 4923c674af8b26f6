package stet.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import stet.sqlite.Database;
import stet.sqlite.Migrations;
import stet.sqlite.Opening;
import stet.sqlite.Sql;

/** The tables and indices of the database, as the migrations make them one after another. */
final class Schema {
  static final Migrations MIGRATIONS =
      new Migrations(
          "stet/store/migration",
          14,
          "the database",
          "the schema",
          // Words of an older database, which no migration in SQL can cut.
          sql -> new SearchTable(sql).catchUp());

  // Statistics of the query planner come and go; the table of migrations is Flyway's own to lay
  // out.
  private static final String MADE =
      """
      SELECT type, name, sql FROM main.sqlite_schema
      WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' AND tbl_name <> 'flyway_schema_history'
      """;

  private static final String MIGRATED =
      "SELECT version, script, installed_rank || ' ' || description || ' ' || type || ' ' || checksum"
          + " || ' ' || success FROM main.flyway_schema_history";

  private Schema() {}

  /**
   * What differs from a database that is made anew: a flipped bit in what makes a table or in the
   * list of migrations is seen by nothing else until it does harm.
   */
  static List<String> problems(Sql sql) {
    try (Database anew = Opening.inMemory(MIGRATIONS)) {
      Sql fresh = anew.sql();
      Set<String> problems = new LinkedHashSet<>();
      differences(sql, fresh, MADE)
          .forEach(r -> problems.add("the schema differs at " + r.type + " '" + r.name + "'"));
      differences(sql, fresh, MIGRATED)
          .forEach(r -> problems.add("the list of migrations differs at '" + r.name + "'"));
      return List.copyOf(problems);
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
