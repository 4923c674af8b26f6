package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.Main;

/** A flipped bit in the search is found, though the index has no sums of its own. */
class SearchFlipTest {
  private static final int FLIPS = 60;

  @TempDir Path dir;

  @Test
  void aFlippedBitThatChangesWhatTheSearchHoldsIsFound() throws Exception {
    Path home = dir.resolve("home");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        Main.run(
            new ByteArrayInputStream(new byte[0]),
            said,
            said,
            Clock.systemUTC(),
            false,
            false,
            "import",
            "--home",
            home.toString(),
            "snapshots/sample");
    assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
    Path file = home.resolve("stet.db");
    assertThat(problems(file)).isZero();
    Random random = new Random(4711);
    int unseen = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = connection.createStatement()) {
      for (int i = 0; i < FLIPS; i++) {
        long id;
        byte[] block;
        try (var rows =
            sql.executeQuery(
                "SELECT id, block FROM search_data WHERE id <> 10 ORDER BY id LIMIT 1 OFFSET "
                    + random.nextInt(count(connection)))) {
          rows.next();
          id = rows.getLong(1);
          block = rows.getBytes(2);
        }
        byte[] flipped = block.clone();
        flipped[random.nextInt(block.length)] ^= (byte) (1 << random.nextInt(8));
        put(connection, id, flipped);
        unseen += problems(file) == 0 ? 1 : 0;
        put(connection, id, block);
      }
    }
    // Some lie in the heads of pages, and every word and place is read back whole all the same.
    assertThat(unseen).as("of " + FLIPS + " flips, unseen").isLessThanOrEqualTo(FLIPS / 10);
    assertThat(problems(file)).isZero();
  }

  private static int problems(Path file) {
    try (Store store = Store.openReadOnly(file)) {
      return store.integrity().size() + store.searchProblems().size();
    }
  }

  private static int count(Connection connection) throws Exception {
    try (Statement sql = connection.createStatement();
        var rows = sql.executeQuery("SELECT count(*) FROM search_data WHERE id <> 10")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void put(Connection connection, long id, byte[] block) throws Exception {
    try (var update =
        connection.prepareStatement("UPDATE search_data SET block = ? WHERE id = ?")) {
      update.setBytes(1, block);
      update.setLong(2, id);
      update.executeUpdate();
    }
  }
}
