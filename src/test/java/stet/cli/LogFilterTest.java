package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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

  @Test
  void theListHasABoundAndSaysSo() {
    List<String> all = log("--all").out().lines().toList();
    assertThat(all).hasSizeGreaterThan(3);
    assertThat(log("").out().lines().toList()).isEqualTo(all);
    Cli.Result some = log("--most 2");
    assertThat(some.out().lines().toList()).isEqualTo(all.subList(0, 2));
    assertThat(some.err()).isEqualTo("stet: 2 articles listed of more; --all lists all\n");
    assertThat(log("--most " + all.size()).err()).isEmpty();
    assertThat(log("--most 1 --json").out().lines()).hasSize(1);
    assertThat(log("--label noticed --most 1").err()).contains("1 article listed of more");
    assertThat(log("--label noticed --most 2").err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--most 0", "--most 1 --all", "ferry --most 1", "ferry --all"})
  void aBoundIsOneOfTheList(String arguments) {
    Cli.Result result = log(arguments);
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err().lines()).singleElement().asString().startsWith("stet: --");
    assertThat(result.out()).isEmpty();
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
