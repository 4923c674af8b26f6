package stet.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The README of the core shows a class that compiles and does what it says. Fictional page. */
class ReadmeExampleTest {
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><title>Bridge shut</title>
      <meta property="article:modified_time" content="2026-03-14T06:00:00Z"></head><body><article>
      <h1>Bridge shut after crack found</h1>
      <p>The harbour bridge of the fictional Port Alder was shut on Saturday, the port said.</p>
      <p>%s</p>
      <p>Ferries will run every twenty minutes from dawn until the inspection has ended.</p>
      </article></body></html>
      """;

  @Test
  void isTheClassThatIsCompiled() throws IOException {
    Path source = Path.of("core/src/test/java/stet/example/SilentEdits.java");
    assertThat(Files.readString(Path.of("core/README.md")))
        .contains("```java\n" + Files.readString(source) + "```");
  }

  @Test
  void printsWhatChanged() throws IOException {
    SilentEdits edits = new SilentEdits();
    String url = "https://portaldercourier.example/bridge-shut";
    Instant at = Instant.parse("2026-03-14T07:00:00Z");
    edits.add(url, at.plusSeconds(60), PAGE.formatted("Two men were hurt in the fall."));
    edits.add(url, at, PAGE.formatted("One man was hurt in the fall."));
    StringBuilder out = new StringBuilder();
    edits.print(out);
    assertThat(out.toString()).startsWith("2026-03-14T07:01:00Z [Label[kind=SILENT");
  }
}
