package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.console.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of stories that several outlets printed. All of them are made up. */
class StoryCommandTest {
  @TempDir Path dir;
  private Path home;

  @BeforeEach
  void collect() throws IOException {
    home = dir.resolve("home");
    SharedStory.write(dir.resolve("wire"));
    assertThat(Cli.run("import", "--home", home, dir.resolve("wire")).code()).isZero();
  }

  @Test
  void outletsStandInTheOrderInWhichTheyWereSeenToHaveIt() {
    Cli.Result copies = Cli.run("copies", "--home", home);
    assertThat(copies.code()).isZero();
    assertThat(
            copies
                .out()
                .lines()
                .filter(l -> !l.isEmpty())
                .map(l -> l.split("  ")[0] + ", " + l.split("  ")[1]))
        .containsExactly(
            "2026-03-01 06:00 or earlier, courier",
            "2026-03-01 07:00 or earlier, echo",
            "2026-03-01 08:00 or earlier, herald");
    assertThat(copies.err()).contains("1 story; times are UTC; 1 in all");
  }

  @Test
  void storiesAreChosenByOutletAndTime() {
    assertThat(Cli.run("copies", "--home", home, "--outlet", "echo").out()).isNotEmpty();
    assertThat(Cli.run("copies", "--home", home, "--since", "2026-03-01").out()).isNotEmpty();
    Cli.Result later = Cli.run("copies", "--home", home, "--since", "2026-03-02");
    assertThat(later.out()).isEmpty();
    assertThat(later.err()).contains("there is no such story; 1 in all");
    for (String wrong : new String[] {"--outlet=nobody.example", "--since=soon", "--most=0"}) {
      assertThat(Cli.run("copies", "--home", home, wrong).code()).isEqualTo(ExitCode.USAGE);
    }
  }

  @Test
  void whoStillShowedTheOldWordsIsTold() {
    String story = Cli.run("story", "--home", home, "lighthouse-2").out();
    assertThat(story)
        .contains("2026-03-01 06:00 – 09:00  courier  version 2  ")
        .contains("  - " + SharedStory.WRONG + "\n  + " + SharedStory.RIGHT + "\n")
        .contains("  echo still showed the old words at its last check, 2026-03-02 07:00\n")
        .contains("  herald changed or dropped them, too: 2026-03-01 08:00 – 20:00\n")
        .contains("2026-03-01 08:00 – 20:00  herald  version 2  ")
        .doesNotContain("never");
  }

  @Test
  void theSameIsToldToPrograms() {
    JsonNode story =
        JsonMapper.shared()
            .readTree(Cli.run("story", "--home", home, "lighthouse-2", "--json").out());
    assertThat(story.path("members")).hasSize(3);
    assertThat(story.path("edits")).hasSize(2);
    JsonNode others = story.path("edits").get(0).path("others");
    assertThat(others.get(0).path("gone").isNull()).isTrue();
    assertThat(others.get(0).path("seen_until").asString()).isEqualTo("2026-03-02T07:00:00Z");
    assertThat(others.get(1).path("gone").path("not_after").asString())
        .isEqualTo("2026-03-01T20:00:00Z");
  }

  @Test
  void anArticleThatNobodyElsePrintedIsInNoStory() {
    assertThat(Cli.run("import", "--home", home, "snapshots/sample").code()).isZero();
    Cli.Result story = Cli.run("story", "--home", home, "ferry");
    assertThat(story.code()).isZero();
    assertThat(story.out()).isEmpty();
    assertThat(story.err()).contains("no other outlet here has the text of");
  }
}
