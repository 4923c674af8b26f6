package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.article.ArticleContent;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Byline;
import stet.article.Statements;

/** The text of a state is what was put in, whichever way it was laid out. */
class StretchTest {
  @TempDir Path dir;

  private static ArticleVersion version(int number, List<Integer> texts) {
    List<Block> body = new ArrayList<>();
    texts.forEach(t -> body.add(new Block.Paragraph("Text " + t, "")));
    return new ArticleVersion(
        new ArticleHead("Headline " + number, "", new Byline("", List.of()), "", ""),
        ArticleContent.of(body),
        Statements.NONE,
        "en",
        "",
        "test");
  }

  /** New runs, old ones, repeated blocks, longer runs than one row holds, and nothing. */
  private static List<List<Integer>> texts() {
    Random random = new Random(5);
    List<List<Integer>> all = new ArrayList<>();
    all.add(List.of());
    all.add(IntStream.range(0, 200).boxed().toList());
    all.add(List.of(3, 3, 3, 4, 5, 3, 4));
    for (int i = 0; i < 60; i++) {
      List<Integer> texts = new ArrayList<>();
      while (texts.size() < 5 + random.nextInt(150)) {
        int from = random.nextInt(400);
        IntStream.range(from, from + 1 + random.nextInt(90)).forEach(texts::add);
      }
      all.add(texts);
    }
    return all;
  }

  private static List<String> rows(Connection c, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = c.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          line.append(row.getString(i)).append(' ');
        }
        rows.add(line.toString());
      }
    }
    return rows;
  }

  private Path filled() {
    Path file = dir.resolve("stet.db");
    try (Store store = Store.open(file)) {
      List<List<Integer>> texts = texts();
      for (int i = 0; i < texts.size(); i++) {
        store.tables().states().idOf(version(i, texts.get(i)));
      }
    }
    return file;
  }

  @Test
  void textsComeBackAndTheViewHasOneRowABlock() throws SQLException {
    Path file = filled();
    List<List<Integer>> texts = texts();
    List<String> expected = new ArrayList<>();
    try (Store store = Store.open(file)) {
      for (int i = 0; i < texts.size(); i++) {
        ArticleVersion version = version(i, texts.get(i));
        assertThat(store.tables().states().get(i + 1)).isEqualTo(version);
        for (int k = 0; k < texts.get(i).size(); k++) {
          expected.add((i + 1) + " " + k + " Text " + texts.get(i).get(k) + " ");
        }
      }
    }
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      String query =
          "SELECT s.state_id, s.position, b.text FROM state_block s JOIN block b ON b.id ="
              + " s.block_id ORDER BY 1, 2";
      assertThat(rows(c, query)).isEqualTo(expected);
      String plan =
          rows(c, "EXPLAIN QUERY PLAN SELECT state_id FROM state_block WHERE block_id = 9")
              .toString();
      assertThat(plan).contains("block_id>? AND block_id<?").doesNotContain("SCAN");
    }
  }

  @Test
  void anOlderDatabaseIsLaidOutAsANewOne() throws SQLException {
    Path file = filled();
    Path old = dir.resolve("old.db");
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + old, null, null)
        .locations("classpath:stet/store/migration")
        .target("3")
        .load()
        .migrate();
    String query = "SELECT * FROM state_stretch ORDER BY state_id, position";
    List<String> expected;
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + old);
        Statement statement = c.createStatement()) {
      statement.execute("ATTACH '" + file + "' AS fresh");
      for (String table : List.of("block", "state", "state_block")) {
        // Columns that came later are left out.
        String columns =
            String.join(
                ", ", rows(c, "SELECT name FROM pragma_table_info('" + table + "', 'main')"));
        statement.execute(
            "INSERT INTO main." + table + " SELECT " + columns + " FROM fresh." + table);
      }
      expected = rows(c, query.replace("state_stretch", "fresh.state_stretch"));
    }
    Store.open(old).close();
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + old)) {
      assertThat(rows(c, query)).isEqualTo(expected).hasSizeGreaterThan(100);
    }
  }
}
