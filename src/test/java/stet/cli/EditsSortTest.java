package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.HandClock;
import stet.cli.console.ExitCode;

/** The order of edits, and what it is said to come from. */
class EditsSortTest {
  private static final String CALM = "Ferries will run every ten minutes from dawn until late.";

  @TempDir Path dir;
  private Path home;
  private final HandClock clock = new HandClock(Instant.parse("2026-04-02T09:00:00Z"));

  private void page(String story, String time, String headline, String last) throws IOException {
    Path folder = Files.createDirectories(dir.resolve("set/courier").resolve(story));
    String text =
        "<!doctype html><html lang=en><title>"
            + headline
            + "</title><article><h1>"
            + headline
            + "</h1><p>The harbour bridge of fictional Port Alder was shut on Saturday, said a clerk of "
            + story
            + ".</p><p>"
            + last
            + "</p></article></html>";
    Files.writeString(folder.resolve(time + ".html"), text);
  }

  @BeforeEach
  void collect() throws IOException {
    home = dir.resolve("home");
    page("count", "001__2026-03-30T06-00-00Z", "Twelve die at the bridge", CALM);
    page("count", "002__2026-03-31T06-00-00Z", "Nine die at the bridge", CALM);
    page("slip", "001__2026-04-01T06-00-00Z", "Ferry late", CALM);
    page("slip", "002__2026-04-01T12-00-00Z", "Ferry late", CALM.replace("dawn", "dwan"));
    page("many", "001__2026-04-01T06-00-00Z", "Market opens", CALM);
    page(
        "many",
        "002__2026-04-01T09-00-00Z",
        "Market opens",
        "It is possible to take a ferry again from the early morning on, at short distances of time,"
            + " which may well please whoever has to go to the other side of the water.");
    assertThat(Cli.run(clock, "import", "--home", home, dir.resolve("set")).code()).isZero();
  }

  private Cli.Result edits(String arguments) {
    List<Object> words = new ArrayList<>(List.of("edits", "--home", home));
    Stream.of(arguments.split(" ")).filter(w -> !w.isEmpty()).forEach(words::add);
    return Cli.run(clock, words.toArray());
  }

  private List<String> headlines(String arguments) {
    return edits(arguments)
        .out()
        .lines()
        .map(l -> l.replaceFirst(".*courier {2}(\\w+) .*", "$1"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'Ferry Market Nine'",
    "--sort newest, 'Ferry Market Nine'",
    "--sort telling, 'Nine Market Ferry'",
    "--sort words, 'Market Ferry Nine'",
    "--sort telling --most 1, Nine",
    "--sort telling --since 2026-04-01, 'Market Ferry'",
  })
  void standsAsAskedFor(String arguments, String headlines) {
    assertThat(headlines(arguments)).containsExactly(headlines.split(" "));
  }

  @Test
  void goesOnWhereItEnded() {
    List<String> all = headlines("--sort telling");
    List<String> seen = new ArrayList<>();
    String more = "";
    for (int i = 0; i < all.size(); i++) {
      Cli.Result one = edits("--sort telling --most 1" + more);
      seen.addAll(headlines("--sort telling --most 1" + more));
      more = one.err().replaceFirst("(?s).*go on with( --before [^\\s]+).*", "$1");
    }
    assertThat(seen).isEqualTo(all);
    assertThat(edits("--sort telling --most 1" + more).err()).doesNotContain("there are more");
  }

  @Test
  void theScoreIsExplained() {
    List<String> lines = edits("--sort telling --explain").out().lines().toList();
    assertThat(lines).hasSize(6);
    assertThat(lines.get(1))
        .matches(" {2}\\d+: .*in the headline \\+\\d+.*")
        .contains("a number changed +")
        .doesNotContain("no notice seen");
    assertThat(edits("--sort telling --explain --format md").out()).contains("\n  - ");
    assertThat(edits("--format csv").out().lines().findFirst().orElseThrow())
        .endsWith("telling,telling_parts");
  }

  @Test
  void weightsAreSettings() {
    assertThat(edits("--sort telling").out()).contains("Nine die");
    Cli.Result set =
        Cli.run(
            "config",
            "--home",
            home,
            "rank.weights",
            "number 0, headline 0, death-or-guilt 0, name 0");
    assertThat(set.code()).as(set.err()).isZero();
    assertThat(headlines("--sort telling").get(0)).isEqualTo("Market");
    Cli.Result wrong = Cli.run("config", "--home", home, "rank.weights", "nubmer 3");
    assertThat(wrong.code()).isNotZero();
    assertThat(wrong.err().lines())
        .singleElement()
        .asString()
        .contains("rank.weights", "'nubmer', which is no weight; did you mean 'number'?");
  }

  @Test
  void aWrongSettingIsNamedByWhoeverReadsIt() throws IOException {
    Files.writeString(home.resolve("stet.toml"), "rank.weights = \"late 1000\"\n");
    Cli.Result result = Cli.run("log", "--home", home);
    assertThat(result.code()).isNotZero();
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains("rank.weights", "'late 1000'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sort best | 'best' is none of newest, telling, words",
        "--explain --json | --explain goes without --json",
        "--sort telling --before 2026 | is no place that an earlier call with this --sort named",
      })
  void whatIsWrongIsSaidInOneLine(String arguments, String what) {
    Cli.Result result = edits(arguments);
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err().lines()).singleElement().asString().contains(what.strip());
  }
}
