package stet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.diff.word.SearchWords;

class SearchTableTest {
  @TempDir Path dir;

  @Test
  void aDatabaseFromBeforeTheSearchIsTakenIn() throws SQLException {
    Path file = dir.resolve("stet.db");
    String url = "jdbc:sqlite:" + file;
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:stet/store/migration")
        .target("2")
        .load()
        .migrate();
    try (Connection c = DriverManager.getConnection(url);
        Statement statement = c.createStatement()) {
      statement.execute(
          "INSERT INTO block (digest, kind, level, lang, text)"
              + " VALUES (x'00', 'paragraph', 0, '', 'A hairline crack')");
      statement.execute(
          "INSERT INTO article (key, uri, outlet) VALUES ('k', 'https://a.example/', 'a.example')");
      statement.execute("INSERT INTO address (uri, article_id) VALUES ('https://a.example/', 1)");
      statement.execute("INSERT INTO warc_file VALUES (1, 'stet-20260301-00001.warc.gz', 0)");
      for (String digest : List.of("01", "02")) {
        statement.execute(
            "INSERT INTO state VALUES (NULL, x'"
                + digest
                + "', x'00', 'Bridge shut', '', '', '[]', '', '', 'en', '', 'test')");
        statement.execute(
            "INSERT INTO capture VALUES (NULL, 1, 'https://a.example/', 'https://a.example/', '2026"
                + digest
                + "', 0, '', 'file', 'x', NULL, '', 0, 1, 0, 0, (SELECT max(id) FROM state), NULL,"
                + " NULL)");
        statement.execute(
            "INSERT INTO version SELECT 1, max(id), max(id), max(id), max(id), 1 FROM capture");
      }
    }
    try (Store store = Store.open(file)) {
      assertThat(find(store, "hairline"))
          .extracting(p -> p.text())
          .containsOnly("A hairline crack");
      assertThat(find(store, "bridge"))
          .singleElement()
          .satisfies(p -> assertThat(p.place()).isEqualTo(SearchTable.Place.HEADLINE))
          .satisfies(p -> assertThat(store.tables().search().shownBy(p)).hasSize(2));
    }
  }

  private static List<SearchTable.Passage> find(Store store, String text) {
    return store
        .tables()
        .search()
        .containing(SearchWords.of(text).words(), false, SearchTable.ALL)
        .passages();
  }

  @Test
  void wordsAreCutAndFoldedTheSameEverywhere() {
    assertThat(SearchWords.of("Don’t co-operate: ﬁnd ２０２１, $1,203.5 or 5%!").words())
        .containsExactly(
            "don", "t", "co", "operate", "find", "2021", "$", "1", "203", "5", "or", "5", "%");
    assertThat(SearchWords.of("STRASSE straße\u00ad n\u0303 ñ").words())
        .containsExactly("strasse", "strasse", "ñ", "ñ");
    assertThat(SearchWords.of("東京は雨 서울에서 हिन्दी में").words())
        .containsExactly("東", "京", "は", "雨", "서", "울", "에", "서", "हिन्दी", "में");
    SearchWords fraction = SearchWords.of("about ½ km");
    assertThat(fraction.words()).containsExactly("about", "1", "2", "km");
    assertThat(fraction.start(2)).isEqualTo(6);
    assertThat(fraction.end(2)).isEqualTo(7);
  }
}
