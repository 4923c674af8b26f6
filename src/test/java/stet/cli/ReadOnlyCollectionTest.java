package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection on a medium that nobody can write is read by every command that only reads. */
class ReadOnlyCollectionTest {
  private static final List<String> READING =
      List.of(
          "log",
          "log --json",
          "edits",
          "edits --since last",
          "stats",
          "show 1@1",
          "diff 1",
          "blame 1",
          "grep council",
          "said council",
          "status",
          "verify",
          "feed list",
          "drift",
          "fetch --dry-run",
          "config");

  @TempDir Path dir;
  private Path home;

  private void allow(boolean writing) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : all.toList()) {
        file.toFile().setWritable(writing);
      }
    }
  }

  @AfterEach
  void mayBeRemoved() throws IOException {
    allow(true);
  }

  @Test
  void everyCommandThatReadsDoes() throws IOException {
    home = dir.resolve("home");
    assertThat(Cli.run("demo", "--home", home).code()).isZero();
    assertThat(Cli.run("track", "https://x.example/1", "--home", home).code()).isZero();
    allow(false);
    assumeTrue(
        !Files.isWritable(home),
        "whoever runs this may write all files; bench/read-only tries it on a read-only medium");

    for (String command : READING) {
      Cli.Result result = Cli.in(home, Clock.systemUTC(), command.split(" "));
      assertThat(result.code()).as(command + ": " + result.err()).isLessThanOrEqualTo(1);
    }
    Cli.Result report = Cli.run("report", "--home", home, "--output", dir.resolve("site"));
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(dir.resolve("site/index.html")).exists();
  }
}
