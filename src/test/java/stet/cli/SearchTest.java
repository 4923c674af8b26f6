package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.console.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code stet grep} and {@code stet said} over a small collection. */
class SearchTest {
  private static final String FERRIES =
      "<p>Ferries will run every twenty minutes from dawn, the port's master said.</p>";

  @TempDir Path dir;
  private Path home;

  @BeforeEach
  void fill() throws IOException {
    page("bridge/001__2026-03-14T06-00-00Z", "Bridge shut", "Inspectors found a hairline crack.");
    page("bridge/002__2026-03-14T06-30-00Z", "Bridge shut", "Inspectors found a wide crack.");
    page("bridge/003__2026-03-14T07-00-00Z", "Bridge shut", "Inspectors found a hairline crack.");
    page("tokyo/001__2026-03-14T06-00-00Z", "橋が閉鎖", "東京都の知事は金曜日に橋を閉鎖したと発表した。職員は現場にいる。");
    page(
        "thai/001__2026-03-14T06-00-00Z",
        "สะพานปิด",
        "สภาเมืองประกาศปิดสะพานในวันศุกร์หลังพบรอยร้าวที่เสา");
    home = dir.resolve("home");
    assertThat(Cli.run("import", "--home", home, dir.resolve("set")).code()).isZero();
  }

  private void page(String name, String headline, String text) throws IOException {
    Path file = dir.resolve("set").resolve(name + ".html");
    Files.createDirectories(file.getParent());
    List<String> lines =
        List.of(
            "<!doctype html><html><title>" + headline + "</title><article>",
            "<h1>" + headline + "</h1>",
            "<p>" + text + " “We don’t know more”, the port of fictional Alder said.</p>",
            FERRIES,
            "</article></html>");
    Files.write(file, lines);
  }

  private Cli.Result grep(String text) {
    return Cli.run("grep", "--home", home, text);
  }

  @Test
  void removedTextIsFoundWithItsWindows() {
    assertThat(grep("hairline crack").out())
        .contains("Bridge shut")
        .contains(
            "version 1, body: there when first seen, 2026-03-14 06:00:00; vanished between"
                + " 2026-03-14 06:00:00 and 2026-03-14 06:30:00")
        .contains(
            "version 3, body: appeared between 2026-03-14 06:30:00 and 2026-03-14 07:00:00; still"
                + " there when last seen, 2026-03-14 07:00:00");
    assertThat(grep("wide crack").out())
        .contains("version 2, body: appeared between")
        .contains("; vanished between 2026-03-14 06:30:00 and 2026-03-14 07:00:00");
    assertThat(grep("every twenty minutes").out()).contains("versions 1 to 3, body: there when");
  }

  @Test
  void foldingIsThatOfAReader() {
    assertThat(grep("HAIRLINE  crack!").code()).isZero();
    assertThat(grep("\"we don't know more,\" the PORT").code()).isZero();
    assertThat(grep("bridge shut").out()).contains(", headline: ");
    assertThat(grep("hair").code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(grep("hair*").code()).isZero();
    assertThat(grep("crack hairline").code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void anyPieceOfAScriptWithoutSpacesIsFound() {
    assertThat(grep("知事").out()).contains("橋が閉鎖");
    assertThat(grep("京都").code()).isZero();
    assertThat(grep("都知").code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(grep("閉鎖したと").code()).isZero();
    assertThat(grep("ประกาศ").out()).contains("สะพานปิด");
    assertThat(grep("รอยร้าว").code()).isZero();
  }

  @Test
  void oneArticleAlone() {
    assertThat(Cli.run("grep", "--home", home, "--in", "Bridge", "ferries").out().lines())
        .filteredOn(line -> line.contains("bridge"))
        .hasSize(1);
    assertThat(Cli.run("grep", "--home", home, "--in", "Bridge", "知事").code())
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(Cli.run("grep", "--home", home, "…").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aQuotationMayLeaveWordsOutAndRunOverParagraphs() {
    Cli.Result parts =
        Cli.run(
            "said",
            "--home",
            home,
            "Inspectors found a hairline crack … the port of fictional Alder said.\nFerries will run");
    assertThat(parts.code()).isZero();
    assertThat(parts.out()).contains("version 1, body").contains("version 3, body");
    assertThat(parts.out()).doesNotContain("version 2");
  }

  @Test
  void theNearestWordingIsShownWhereNoneHasIt() throws IOException {
    Cli.Result near =
        Cli.run("said", "--home", home, "Inspectors had found a hairline crack in the bridge");
    assertThat(near.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(near.out())
        .contains("no version of any article says exactly this; the nearest wording:")
        .contains("Inspectors [-had -]found a hairline crack[- in the bridge-]");
    assertThat(Cli.run("said", "--home", home, "zebra quagga okapi").out())
        .contains("or anything like it");
    JsonNode json =
        JsonMapper.shared()
            .readTree(Cli.run("said", "--home", home, "--json", "a hairline fracture").out());
    assertThat(json.path("matches").isEmpty()).isTrue();
    assertThat(json.path("nearest").path(0).path("likeness").asDouble(0)).isBetween(0.6, 0.7);
  }

  @Test
  void aRebuiltCollectionFindsTheSame() {
    String before = grep("hairline").out();
    assertThat(Cli.run("verify", "--rebuild", "--home", home).code()).isZero();
    assertThat(Cli.run("rebuild", "--home", home).code()).isZero();
    assertThat(grep("hairline").out()).isEqualTo(before).isNotEmpty();
  }
}
