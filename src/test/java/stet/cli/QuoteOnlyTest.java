package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.export.ExportFormat;
import stet.capture.EnumId;
import stet.serve.Served;
import stet.serve.http.Access;

/** Of an outlet that is only quoted, what did not change is published by no way. */
class QuoteOnlyTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);
  private static final String FAR = "The toll house keeper grew pumpkins behind the third arch";
  private static final String OLD = "Ferries will run every ten minutes from dawn";
  private static final String NEW = "Ferries will run every forty minutes from noon";

  @TempDir Path dir;
  private Path home;

  @BeforeEach
  void importOneStory() throws IOException {
    home = dir.resolve("home");
    for (int capture = 1; capture <= 2; capture++) {
      Path folder = Files.createDirectories(dir.resolve("set/courier/story-1"));
      Files.write(
          folder.resolve("00" + capture + "__2026-04-01T0" + capture + "-00-00Z.html"),
          List.of(
              "<!doctype html><html lang=en><title>Bridge</title><article>",
              "<h1>Bridge of fictional Port Alder shut after a crack was found</h1>",
              "<p>"
                  + FAR
                  + ". Nobody minded. They were sold at the market on Fridays. "
                  + "The market is held by the fountain. The fountain is dry.</p>",
              "<p>The bridge was shut on Saturday, the port said. It had stood for a hundred"
                  + " years. "
                  + (capture == 1 ? OLD : NEW)
                  + ", the harbour master said. "
                  + "He wore a hat. Inspectors found a crack in the second pylon.</p>",
              "<p>"
                  + FAR.replace("third", "fourth")
                  + ", too. "
                  + "It was a good year for them. ".repeat(4)
                  + "</p>",
              "</article></html>"));
    }
    assertThat(Cli.run(CLOCK, "import", "--home", home, dir.resolve("set")).code()).isZero();
  }

  private void settings(String value) throws IOException {
    Files.writeString(home.resolve("stet.toml"), "[report]\nquote-only = " + value + "\n");
  }

  private String all(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    List<Path> files;
    try (Stream<Path> each = Files.walk(folder)) {
      files = each.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      for (byte[] bytes : WithheldStories.unpacked(Files.readAllBytes(file))) {
        text.append(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)).append('\n');
      }
    }
    return text.toString();
  }

  private String published() throws IOException {
    Path out = Files.createTempDirectory(dir, "out");
    List<List<String>> ways = new ArrayList<>();
    for (ExportFormat format : ExportFormat.values()) {
      String id = EnumId.of(format);
      ways.add(List.of("export", "--format", id, "--output", "OUT/" + id, "story-1"));
    }
    ways.add(List.of("evidence", "story-1@1..2", "--output", "OUT/bundle"));
    ways.add(List.of("report", "--output", "OUT/site"));
    ways.add(List.of("report", "--dossier", "courier", "--output", "OUT/dossier.html"));
    for (List<String> way : ways) {
      String[] words =
          way.stream().map(w -> w.replace("OUT", out.toString())).toArray(String[]::new);
      Cli.Result result = Cli.in(home, CLOCK, words);
      assertThat(result.code()).as(way + result.err()).isIn(0, 1);
    }
    return all(out);
  }

  @Test
  void onlyWhatChangedIsPublished() throws IOException {
    assertThat(published()).contains("pumpkins", OLD);
    for (String value : List.of("true", "\"all\"", "\"other.example, courier\"")) {
      settings(value);
      assertThat(published())
          .as(value)
          .contains(OLD, NEW, "[…]", "It had stood for a hundred years.", "He wore a hat.")
          .doesNotContain("pumpkins", "second pylon", "fountain");
    }
    settings("\"other.example\"");
    assertThat(published()).contains("pumpkins");
    settings("false");
    assertThat(published()).contains("pumpkins");
  }

  @Test
  void whoSitsAtTheMachineReadsTheWholeText() throws IOException {
    settings("true");
    assertThat(Cli.in(home, CLOCK, "show", "story-1").out()).contains("pumpkins");
  }

  @Test
  void theServerHandsOutNoMore() throws IOException {
    settings("true");
    String key = Cli.in(home, CLOCK, "log").out().split(" ")[0];
    try (Served served = Served.of(home, Access.OWN_MACHINE)) {
      for (String page :
          List.of(
              "/",
              "/edits.json",
              "/a/" + key + "/",
              "/a/" + key + "/v1.html",
              "/a/" + key + "/r2.html",
              "/a/" + key + "/1..2",
              "/a/" + key + "/article.json",
              "/a/" + key + "/feed.xml",
              "/api/v1/articles/" + key,
              "/api/v1/articles/" + key + "/versions/1",
              "/api/v1/articles/" + key + "/diff/1..2",
              "/api/v1/articles/" + key + "/blame/2",
              "/api/v1/search?q=hundred",
              "/search?q=hundred")) {
        var response = served.get(page);
        assertThat(response.statusCode()).as(page).isEqualTo(200);
        assertThat(response.body()).as(page).doesNotContain("pumpkins", "fountain");
      }
      assertThat(served.get("/a/" + key + "/r2.html").body()).contains("forty", "hundred years");
    }
  }

  /** However much of it changes, a text is never published whole. */
  @Test
  void aRewriteIsNoReasonToPublishAllOfIt() throws IOException {
    Path folder = Files.createDirectories(dir.resolve("more/courier/story-2"));
    for (int capture = 1; capture <= 2; capture++) {
      StringBuilder page =
          new StringBuilder("<html lang=en><article><h1>A story of two towns</h1>");
      for (int p = 1; p <= 12; p++) {
        page.append("<p>Paragraph ")
            .append(p)
            .append(capture == 1 ? " first" : " second")
            .append(" speaks of the towns and of the river between them")
            .append(p * capture)
            .append(".</p>");
      }
      Files.writeString(
          folder.resolve("00" + capture + "__2026-04-01T0" + capture + "-00-00Z.html"),
          page + "</article></html>");
    }
    assertThat(Cli.run(CLOCK, "import", "--home", home, dir.resolve("more")).code()).isZero();
    settings("true");
    Path out = dir.resolve("rows");
    assertThat(
            Cli.in(
                    home,
                    CLOCK,
                    "export",
                    "--format",
                    "jsonl",
                    "--output",
                    out.toString(),
                    "story-2")
                .code())
        .isZero();
    String text = all(out);
    assertThat(text).contains("Paragraph 1 first", "[…]").doesNotContain("Paragraph 12 second");
  }
}
