package stet.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagerTest {
  @TempDir Path dir;

  @Test
  void theEnvironmentNamesIt() {
    assertThat(Pager.command(Map.of())).isEqualTo("less");
    assertThat(Pager.command(Map.of("PAGER", "more"))).isEqualTo("more");
    assertThat(Pager.command(Map.of("PAGER", "more", "STET_PAGER", "bat -p"))).isEqualTo("bat -p");
    assertThat(Pager.command(Map.of("PAGER", "cat"))).isEmpty();
    assertThat(Pager.command(Map.of("STET_PAGER", ""))).isEmpty();
  }

  @Test
  void whatIsPrintedGoesThroughIt() throws IOException {
    StringWriter direct = new StringWriter();
    Path file = dir.resolve("paged");
    try (Pager pager = Pager.through(console(direct), "cat > '" + file + "'")) {
      pager.console().out().println("naïve 東京");
    }
    assertThat(Files.readString(file)).isEqualTo("naïve 東京" + System.lineSeparator());
    assertThat(direct.toString()).isEmpty();
  }

  @Test
  void aReaderWhoStopsEarlyEndsItQuietly() {
    try (Pager pager = Pager.through(console(new StringWriter()), "true")) {
      for (int i = 0; i < 100_000; i++) {
        pager.console().out().println("line " + i);
      }
    }
  }

  @Test
  void offATerminalThereIsNone() {
    StringWriter direct = new StringWriter();
    try (Pager pager = Pager.open(console(direct), Map.of("PAGER", "exit 3"))) {
      pager.console().out().print("as it is");
    }
    assertThat(direct.toString()).isEqualTo("as it is");
  }

  private static Console console(StringWriter out) {
    return new Console(
        new ByteArrayInputStream(new byte[0]),
        new PrintWriter(out),
        new PrintWriter(new StringWriter()),
        Clock.systemUTC(),
        false,
        false);
  }
}
