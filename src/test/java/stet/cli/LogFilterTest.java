package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.cli.console.ExitCode;

class LogFilterTest {
  @TempDir static Path dir;
  private static Path home;

  @BeforeAll
  static void collect() {
    home = dir.resolve("home");
    assertThat(Cli.run("import", "--home", home, "snapshots/sample").code()).isZero();
  }

  private static Cli.Result log(String arguments) {
    return Cli.run((Object[]) ("log " + arguments + " --home " + home).split(" +"));
  }

  @Test
  void theListTellsOfTheLatestEdit() {
    assertThat(log("").out().lines().filter(l -> l.contains("ferry-capsizes")))
        .singleElement()
        .asString()
        .contains(
            "  8 versions, 2 silent  2026-03-12, changed 2026-03-14  noticed, acknowledged,"
                + " correction, number  ");
    assertThat(log("").out()).contains("  2 versions  2026-03-03, changed 2026-04-02  restamped  ");
  }

  @ParameterizedTest
  @CsvSource({
    "--label noticed, 2",
    "'--label noticed,restamped', 3",
    "--label noticed --kind number, 1",
    "--since 2026-04-01, 4",
    "--until 2026-03-13, 1",
    "--match Customs, 1",
    "--language ar, 1",
    "--label posted, 0",
  })
  void onlyArticlesWithSuchEdits(String arguments, int articles) {
    Cli.Result some = log(arguments);
    assertThat(some.code()).as(some.err()).isZero();
    assertThat(some.out().lines()).as(some.out()).hasSize(articles);
    assertThat(log(arguments + " --json").out().lines()).hasSize(articles);
  }

  @Test
  void onlySuchRevisionsOfOne() {
    assertThat(log("ferry --label silent").out())
        .contains("version 3: silent", "version 5: silent")
        .doesNotContain("version 2:", "first seen", "noticed", "unchanged");
    assertThat(log("ferry --label silent --json").out())
        .contains("\"silent\"")
        .doesNotContain("\"stamped\"", "first-seen");
    assertThat(log("ferry --label silent --stat").out().lines().filter(l -> l.contains("silent")))
        .hasSize(2);
    assertThat(log("ferry --label posted").out()).contains("ferry").doesNotContain("version 2:");
  }

  @Test
  void aWrongValueIsSaidInOneLine() {
    Cli.Result last = log("--since last");
    assertThat(last.code()).isEqualTo(ExitCode.USAGE);
    assertThat(last.err().lines())
        .singleElement()
        .asString()
        .startsWith("stet: --since 'last' is no day such as")
        .doesNotContain("or 'last'");
  }
}
