package stet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.Main;

/**
 * Real crawls and real histories come back from an export as they were: articles, captures with
 * their digests, versions, windows, revisions and labels. Only the name of the file that a capture
 * was read from is another.
 */
class RealRoundTripTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-02T09:00:00Z"), ZoneOffset.UTC);

  @TempDir Path dir;

  private String stet(Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
    int code =
        Main.run(new ByteArrayInputStream(new byte[0]), out, err, CLOCK, false, false, words);
    // 4: some of the files are damaged, which others test.
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isIn(0, 4);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void realArchivesAndHistoriesComeBack() throws SQLException {
    Path first = dir.resolve("first");
    Path second = dir.resolve("second");
    Path file = dir.resolve("all.wacz");
    for (String part :
        List.of("warc", "versions/hafnia-times", "versions/ruby-news", "versions/swissgov-press")) {
      Path from = DATA.resolve(part);
      assumeTrue(Files.isDirectory(from), from + " is not here");
      stet("import", "--home", first, from);
    }
    stet("export", "--home", first, "--output", file);
    stet("import", "--home", second, file);
    List<String> rows = rows(first);
    assertThat(rows(second)).isEqualTo(rows);
    assertThat(rows).filteredOn(r -> r.startsWith("capture")).hasSizeGreaterThan(800);
    assertThat(rows).filteredOn(r -> r.startsWith("revision")).hasSizeGreaterThan(300);
  }

  /** Without the column that names the file which a capture was read from. */
  private static List<String> rows(Path home) throws SQLException {
    return CollectionRows.of(home).withoutSourceNames();
  }
}
