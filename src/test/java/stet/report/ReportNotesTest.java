package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.Cli;

/** What reviewers said is in a report where that is asked for, and nowhere else. */
class ReportNotesTest {
  private static final String SAID = "Nobody admitted it.";

  @TempDir Path home;

  @BeforeEach
  void collect() {
    Cli.run("import", "--home", home, "snapshots/sample");
    run("notes", "add", "ferry@2", SAID, "--verdict", "softened", "--author", "Ana");
  }

  private Cli.Result run(String... words) {
    List<Object> all =
        Stream.concat(Stream.of(words), Stream.of("--home")).map(w -> (Object) w).toList();
    Object[] given = Stream.concat(all.stream(), Stream.of(home)).toArray();
    Cli.Result result = Cli.run(given);
    assertThat(result.code()).as(result.err()).isZero();
    return result;
  }

  private List<String> with(String text) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("reports"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> !f.toString().endsWith(".db") && contains(f, text))
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void theyAreShownWhereTheyAreAskedFor() throws IOException {
    run("report");
    assertThat(with(SAID)).isEmpty();
    run("report", "--notes");
    assertThat(with(SAID)).containsExactly("index.html", "r2.html");
    run("report");
    assertThat(with(SAID)).isEmpty();
  }

  @Test
  void aReportFollowsWhatIsSaid() throws IOException {
    run("report", "--notes");
    String id = run("notes", "add", "ferry@2", "A third.").out().strip();
    run("notes", "add", "ferry@3", "Another one.");
    run("report", "--notes");
    assertThat(with("Another one.")).containsExactly("index.html", "r3.html");
    assertThat(with("A third.")).hasSize(2);
    run("notes", "remove", id);
    run("report", "--notes");
    assertThat(with("A third.")).isEmpty();
    assertThat(with("Another one.")).hasSize(2);
    assertThat(run("report", "--notes").out())
        .matches("(\\d+) files for 9 articles, \\1 of them unchanged;[^\n]*\n");
  }

  @Test
  void theOtherFilesAreTheSameWithAndWithoutThem() throws IOException {
    run("report", "--output", home.resolve("plain").toString());
    run("report", "--notes", "--output", home.resolve("with").toString());
    try (Stream<Path> files = Files.walk(home.resolve("plain"))) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*\\.(html|json|xml|css)")).toList()) {
        Path other = home.resolve("with").resolve(home.resolve("plain").relativize(file));
        boolean noted = contains(other, SAID);
        assertThat(Files.mismatch(file, other) >= 0).as(file.toString()).isEqualTo(noted);
      }
    }
  }
}
