package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bit flipped in what makes the tables, or in the list of migrations, is found. */
class SchemaTest {
  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void make() {
    file = dir.resolve("stet.db");
    Store.open(file).close();
  }

  private void change(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.executeUpdate(statement);
      }
    }
  }

  private List<String> problems() {
    try (Store store = Store.openReadOnly(file)) {
      return store.integrity();
    }
  }

  @Test
  void aSoundDatabaseHasNone() {
    assertThat(problems()).isEmpty();
  }

  @Test
  void aTableMadeOtherwiseIsNamedOnce() throws SQLException {
    change(
        "PRAGMA writable_schema = 1",
        "UPDATE sqlite_schema SET sql = replace(sql, '-- ', '--  ') WHERE name = 'capture'");
    assertThat(problems())
        .contains("the schema differs at table 'capture'")
        .doesNotHaveDuplicates();
  }

  @Test
  void anIndexThatIsGoneOrWasAddedIsNamed() throws SQLException {
    change("CREATE INDEX added ON article (outlet)");
    assertThat(problems()).containsExactly("the schema differs at index 'added'");
  }

  @Test
  void aMigrationOfAnotherSumIsNamed() throws SQLException {
    change("UPDATE flyway_schema_history SET checksum = checksum + 128 WHERE version = '3'");
    assertThat(problems()).containsExactly("the list of migrations differs at 'V3__search.sql'");
  }

  /** The planner may be told about the rows by hand. */
  @Test
  void statisticsAreNoDifference() throws SQLException {
    change("ANALYZE");
    assertThat(problems()).isEmpty();
  }
}
