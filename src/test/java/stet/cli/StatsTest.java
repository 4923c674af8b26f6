package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.console.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures of the fictional sample, and of none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatsTest {
  private Path home;

  @BeforeAll
  void importSample(@TempDir Path dir) {
    home = dir.resolve("home");
    assertThat(Cli.run("import", "--home", home, "snapshots/sample").code()).isZero();
  }

  private Cli.Result stats(Object... options) {
    List<Object> words = new ArrayList<>(List.of("stats", "--home", home));
    words.addAll(List.of(options));
    return Cli.run(words.toArray());
  }

  private static List<JsonNode> objects(Cli.Result result) {
    return result.out().lines().map(JsonMapper.shared()::readTree).toList();
  }

  @Test
  void everyFigureNamesWhatItIsAPartOf() {
    Cli.Result all = stats();

    assertThat(all.code()).isZero();
    assertThat(all.err()).isEmpty();
    assertThat(all.out())
        .containsPattern("(?m)^edited +\\d+ of \\d+  too few$")
        .contains("Articles that were", "Edits that are", "Left out:", "Turnbull");
    for (JsonNode group : objects(stats("--json"))) {
      for (JsonNode share : group.get("shares")) {
        boolean few = share.get("whole").asInt() < 20;
        assertThat(share.get("share").isNull()).as(share.toString()).isEqualTo(few);
        assertThat(share.get("part").asInt()).isLessThanOrEqualTo(share.get("whole").asInt());
      }
    }
  }

  @Test
  void editsAddUpToTheirClasses() {
    for (JsonNode group : objects(stats("--json"))) {
      int parts = 0;
      int whole = 0;
      for (JsonNode share : group.get("shares")) {
        if (share.get("of").asString().equals("edits")) {
          parts += share.get("part").asInt();
          whole = share.get("whole").asInt();
        }
      }
      assertThat(parts).isEqualTo(whole).isPositive();
    }
  }

  @Test
  void articlesAreChosenByOutletAndByWhenTheyWereFirstSeen() {
    List<JsonNode> all = objects(stats("--json"));
    String outlet = all.get(0).get("outlet").asString();

    assertThat(all).hasSizeGreaterThan(1);
    assertThat(objects(stats("--json", "--outlet", outlet))).containsExactly(all.get(0));
    Cli.Result later = stats("--since", "2031-01-01");
    assertThat(later.code()).isZero();
    assertThat(later.out()).isEmpty();
    assertThat(later.err())
        .contains("there is no article of that kind, so there are no figures")
        .contains("first seen at other times left out");
  }

  @Test
  void tablesAreForPeopleAndPrograms() {
    assertThat(stats("--format", "md").out())
        .contains("| Articles that were | number | share | 95 % interval |")
        .contains("| --- | --- | --- | --- |");
    List<String> lines = stats("--format", "csv").out().lines().toList();
    assertThat(lines.get(0)).startsWith("outlet,name,from,until,of,figure,kind,seconds,part,");
    assertThat(lines).allMatch(line -> line.split(",", -1).length == 16);
    assertThat(stats("--by", "section").code()).isZero();
    assertThat(objects(stats("--by", "language", "--json")))
        .allMatch(o -> o.get("outlet").asString().isEmpty());
  }

  @Test
  void hoursAndWeekdaysStandBesideHowLongWasWatched() {
    assertThat(stats("--by", "weekday").out())
        .contains("hours watched", "edits in 100 hours", "not looked at", "too few")
        .containsPattern("(?m)^Weekday, (on the outlet’s own clock|UTC) ")
        .containsPattern("(?m)^Sunday ")
        .doesNotContain("Articles that were");
    assertThat(stats("--by", "weekday", "--format", "md").out()).contains("| Sunday | ");
    assertThat(stats("--by", "hour").out())
        .contains("No article was looked at twice within an hour, so nothing can be told")
        .doesNotContain("edits in 100 hours", "23–24");
    for (JsonNode group : objects(stats("--by", "hour", "--json"))) {
      assertThat(group.get("by").asString()).isEqualTo("hour");
      double placed = group.at("/hours/too_far_apart/edits").asDouble();
      placed += group.at("/hours/clock_not_known/edits").asDouble();
      for (JsonNode cell : group.at("/hours/cells")) {
        placed += cell.get("edits").asDouble();
        assertThat(cell.get("rate").isNull()).isEqualTo(cell.get("articles").asInt() < 20);
      }
      int edits = 0;
      for (JsonNode share : group.get("shares")) {
        edits = share.get("of").asString().equals("edits") ? share.get("whole").asInt() : edits;
      }
      assertThat(placed).isCloseTo(edits, within(1e-9));
    }
  }

  @Test
  void whatIsWrongIsSaidInOneLine(@TempDir Path dir) {
    for (List<String> wrong :
        List.of(
            List.of(
                "--by",
                "moon",
                "'moon' is none of outlet, section, language, author, weekday, hour"),
            List.of("--json", "--format=csv", "--json goes without --format"),
            List.of("--outlet", "nowhere.example", "has no article here"),
            List.of("--since", "last", "'last' is no day such as"),
            List.of("--format", "xml", "'xml' is none of text, md, csv"))) {
      Cli.Result result = stats(wrong.get(0), wrong.get(1));
      assertThat(result.code()).as(wrong.toString()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err().lines()).hasSize(1);
      assertThat(result.err()).contains(wrong.get(2));
      assertThat(result.out()).isEmpty();
    }
    Cli.Result none = Cli.run("stats", "--home", dir.resolve("none"));
    assertThat(none.code()).isEqualTo(ExitCode.NO_COLLECTION);
  }
}
