package stet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stet.cli.Main;
import stet.ingest.warc.Records;

/** What is exported and imported into an empty collection is the same collection. */
class RoundTripTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-02T09:00:00Z"), ZoneOffset.UTC);
  private static final String URI = "https://quellmund.example/crane";

  @TempDir Path dir;

  private String stet(int code, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
    int got = Main.run(new ByteArrayInputStream(new byte[0]), out, err, CLOCK, false, false, words);
    assertThat(got).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(code);
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wacz", "warc"})
  void savedPagesComeBackToTheLastRow(String format) throws SQLException {
    Path first = dir.resolve("first");
    Path second = dir.resolve("second");
    Path file = dir.resolve("all." + format);
    stet(0, "import", "--home", first, Path.of("snapshots/sample"));
    stet(0, "export", "--home", first, "--format", format, "--output", file);
    stet(0, "import", "--home", second, file);
    assertThat(CollectionRows.of(second).timelines())
        .isEqualTo(CollectionRows.of(first).timelines());
    assertThat(stet(0, "verify", "--digests", "--home", second)).contains("nothing wrong");
  }

  @Test
  void responsesRevisitsAndErrorsComeBackButForTheNameOfTheirFile()
      throws IOException, SQLException {
    Path crawl = dir.resolve("crawl.warc.gz");
    String story = Records.story("Crane comes down", "Old.");
    byte[] packed = Records.gzip(Records.bytes(story.replace("Old", "Rusty")));
    Files.write(
        crawl,
        Records.join(
            List.of(
                Records.page(URI, "2026-03-01T10:00:00Z", story),
                Records.revisit(
                    URI,
                    "2026-03-02T10:00:00Z",
                    story,
                    URI,
                    "2026-03-01T10:00:00Z",
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
                Records.response(
                    URI,
                    "2026-03-03T10:00:00Z",
                    "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n",
                    Records.bytes("<p>gone")),
                Records.response(
                    URI,
                    "2026-03-04T10:00:00Z",
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n",
                    packed))));
    Path first = dir.resolve("first");
    Path second = dir.resolve("second");
    Path file = dir.resolve("crawl.wacz");
    stet(0, "import", "--home", first, crawl);
    stet(0, "export", "--home", first, "--output", file);
    stet(0, "import", "--home", second, file);
    List<String> rows = rows(first, "crawl.warc.gz");
    assertThat(rows(second, "crawl.wacz")).isEqualTo(rows);
    assertThat(rows).filteredOn(r -> r.contains("version")).hasSize(2);
  }

  private static List<String> rows(Path home, String file) throws SQLException {
    List<String> rows = new ArrayList<>();
    CollectionRows.of(home).timelines().forEach(r -> rows.add(r.replace(file, "FILE")));
    return rows;
  }

  @Test
  void theIndexOfACollectionFindsItsRecords() throws IOException {
    Path first = dir.resolve("first");
    Path second = dir.resolve("second");
    stet(0, "import", "--home", first, Path.of("snapshots/sample"));
    Path index = first.resolve("snapshots/index.cdxj");
    stet(0, "export", "--home", first, "--format", "cdxj", "--output", index);
    List<String> lines = Files.readAllLines(index);
    assertThat(lines).isSorted().isNotEmpty();
    String out = stet(0, "import", "--home", second, index);
    assertThat(out).contains(lines.size() + " captures added");
  }

  @Test
  void oneArticleIsExportedAlone() throws IOException {
    Path first = dir.resolve("first");
    Path second = dir.resolve("second");
    stet(0, "import", "--home", first, Path.of("snapshots/sample"));
    Path file = dir.resolve("ferry.wacz");
    stet(0, "export", "--home", first, "--output", file, "ferry");
    stet(0, "import", "--home", second, file);
    assertThat(stet(0, "log", "--home", second).lines()).hasSize(1);
    Path map = dir.resolve("ferry.link");
    stet(0, "export", "--home", first, "--format", "timemap", "--output", map, "ferry");
    String captures = stet(0, "log", "--home", first, "ferry", "--json");
    long mementos =
        Files.readAllLines(map).stream().filter(l -> l.contains("memento\"; datetime=")).count();
    assertThat(captures).contains("\"checks\" : " + mementos);
  }
}
