package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.console.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fictional story that two servers tell in two ways, ten times in an hour, before it is really
 * changed. The log tells the further switches once; every version must still be told rightly.
 */
class FlickerTest {
  private static final String ONE = "a hairline";
  private static final String OTHER = "an 11-centimetre";

  @TempDir Path dir;
  private Path home;

  @BeforeEach
  void collection() throws IOException {
    home = dir.resolve("home");
    Files.createDirectories(dir.resolve("set/bridge"));
    for (int number = 1; number <= 10; number++) {
      page(number, number % 2 == 1 ? ONE : OTHER, "twenty");
    }
    page(11, OTHER, "ten");
    assertThat(Cli.run("import", "--home", home, dir.resolve("set")).code()).isZero();
  }

  private void page(int number, String found, String minutes) throws IOException {
    String name =
        String.format(
            java.util.Locale.ROOT, "%03d__2026-03-14T06-%02d-00Z.html", number, number * 5);
    List<String> lines =
        List.of(
            "<!doctype html><html lang=en><title>Bridge shut</title><article>",
            "<h1>Bridge shut after crack found</h1>",
            "<p>The harbour bridge of fictional Port Alder was shut on Saturday, the port said.</p>",
            "<p>Inspectors found " + found + " crack in the northern pylon, and closed it.</p>",
            "<p>Ferries will run every " + minutes + " minutes from dawn, the master said.</p>",
            "</article></html>");
    Files.write(dir.resolve("set/bridge").resolve(name), lines);
  }

  @Test
  void theLogTellsFurtherSwitchesOnce() {
    assertThat(Cli.run("log", "--home", home, "bridge").out())
        .contains("11 versions")
        .contains("version 11")
        .doesNotContain("version 6:");
  }

  @Test
  void blameIsRightInEveryVersion() {
    for (int version = 2; version <= 11; version++) {
      JsonNode blame =
          JsonMapper.shared()
              .readTree(Cli.run("blame", "--home", home, "bridge@" + version, "--json").out());
      int there = version;
      assertThat(blame.path("version").asInt(0)).isEqualTo(version);
      assertThat(blame.path("windows").size()).isEqualTo(10);
      assertThat(brief(blame.path("spans").path("body").path(1)))
          .contains(
              version % 2 == 1 && version < 11
                  ? "1" + back(there) + " " + ONE
                  : "2" + back(there) + " " + OTHER);
    }
    assertThat(Cli.run("blame", "--home", home, "bridge").out())
        .containsPattern("(?m)^ 11  2026-03-14 06:55:00  ten$")
        .contains("version 11: between 2026-03-14 06:50:00 and 2026-03-14 06:55:00");
  }

  /** Words of a version that are there for the second time or more are back in that version. */
  private static String back(int version) {
    return version < 3 ? "" : "^" + Math.min(version, 10);
  }

  private static List<String> brief(JsonNode spans) {
    List<String> brief = new ArrayList<>();
    for (JsonNode span : spans) {
      int back = span.path("back_version").asInt(0);
      brief.add(
          span.path("first_version").asInt(0)
              + (back == 0 ? "" : "^" + back)
              + " "
              + span.path("text").asString("").strip());
    }
    return brief;
  }

  @Test
  void anyTwoVersionsAreCompared() {
    Cli.Result diff = Cli.run("diff", "--home", home, "bridge@5..6");
    assertThat(diff.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(diff.out()).contains("[-" + ONE + "-]{+" + OTHER + "+} crack");
    assertThat(Cli.run("diff", "--home", home, "bridge@4..6").code()).isEqualTo(ExitCode.DONE);
    assertThat(Cli.run("diff", "--home", home, "bridge@5..6", "--html", "-").out())
        .contains("seen five minutes apart");
  }

  @Test
  void theSiteHasEveryVersionAndNoLinkLeadsNowhere() throws IOException {
    assertThat(Cli.run("report", "--home", home).code()).isZero();
    Path site = home.resolve("reports");
    List<String> lost = new ArrayList<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path page : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        links(page, lost);
      }
    }
    assertThat(lost).isEmpty();
    assertThat(changes(site, 1)).isEmpty();
    assertThat(changes(site, 5)).containsExactly("gone 5: " + OTHER);
    assertThat(changes(site, 6)).containsExactly("gone 6: " + ONE, "since 2: " + OTHER);
    assertThat(changes(site, 11))
        .containsExactly(
            "gone 10: " + ONE, "since 2: " + OTHER, "gone 11: twenty", "since 11: ten");
  }

  private static void links(Path page, List<String> lost) throws IOException {
    for (Element link : Jsoup.parse(Files.readString(page)).select("[href]")) {
      String href = link.attr("href").replaceFirst("#.*", "");
      boolean outside = href.isEmpty() || href.contains(":");
      if (!outside && !Files.exists(page.resolveSibling(href))) {
        lost.add(page.getFileName() + ": " + href);
      }
    }
  }

  /** What a version's page marks as newer than the first, or as gone. */
  private static List<String> changes(Path site, int version) throws IOException {
    Path folder;
    try (Stream<Path> folders = Files.list(site.resolve("a"))) {
      folder = folders.findFirst().orElseThrow();
    }
    Document page = Jsoup.parse(Files.readString(folder.resolve("v" + version + ".html")));
    List<String> changes = new ArrayList<>();
    for (Element word : page.select(".text del, .text u")) {
      String kind = word.is("del") ? "gone " : "since ";
      String since = word.select("a").text().replace("v", "");
      changes.add(kind + since + ": " + word.ownText().strip());
    }
    return changes;
  }
}
