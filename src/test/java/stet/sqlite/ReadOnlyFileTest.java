package stet.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;

/** A database is read whole, and nothing is written beside it. */
class ReadOnlyFileTest {
  @TempDir Path dir;

  /**
   * A database as a medium may hold it: in WAL mode, its last row in the log or in the file.
   *
   * @param log whether it was copied before the log was folded in
   */
  private Path database(String folder, boolean log) throws IOException, SQLException {
    Path work = Files.createDirectories(dir.resolve("work"));
    Path medium = Files.createDirectories(dir.resolve(folder));
    Path file = work.resolve("x.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA journal_mode = WAL");
      sql.execute("CREATE TABLE t (a)");
      sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      sql.execute("INSERT INTO t VALUES (4711)");
      if (log) {
        Files.copy(file, medium.resolve("x.db"));
        Files.copy(work.resolve("x.db-wal"), medium.resolve("x.db-wal"));
      }
    }
    if (!log) {
      Files.copy(file, medium.resolve("x.db"));
    }
    return medium.resolve("x.db");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a b", "50%25 off", "what?mode=rw", "a#b", "ärger", "a&b=c"})
  void isReadWhereItLies(String folder) throws IOException, SQLException {
    assertReads(database(folder, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a b", "50%25 off"})
  void withWhatItsLogHolds(String folder) throws IOException, SQLException {
    assertReads(database(folder, true));
  }

  private static void assertReads(Path file) throws IOException, SQLException {
    List<String> before = names(file.getParent());
    Path read;
    try (ReadOnlyFile readable = ReadOnlyFile.of(file)) {
      read = readable.path();
      try (Connection connection = readable.connect(new SQLiteConfig());
          Statement sql = connection.createStatement();
          ResultSet row = sql.executeQuery("SELECT a FROM t")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getInt(1)).isEqualTo(4711);
      }
      assertThat(names(file.getParent())).isEqualTo(before);
    }
    assertThat(Files.exists(read)).as("copies are taken away").isEqualTo(read.equals(file));
  }
}
