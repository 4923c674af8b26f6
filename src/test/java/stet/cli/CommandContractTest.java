package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import tools.jackson.databind.json.JsonMapper;

/** What every command owes its user. */
class CommandContractTest {
  private static final Set<String> MAKES_ITS_COLLECTION =
      Set.of("demo", "init", "track", "import", "extract", "render", "serve");

  @TempDir Path dir;

  static Stream<String> commands() {
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            Clock.systemUTC(),
            false,
            false);
    // The one that explains the others.
    return Commands.of(console).getSubcommands().keySet().stream().filter(c -> !c.equals("help"));
  }

  @Test
  void aCommandIsMadeAloneOnlyWhereItIsPlainWhich() {
    assertThat(Commands.named("log")).isEqualTo("log");
    assertThat(Commands.named("--home", "show", "log", "diff")).isEqualTo("log");
    assertThat(Commands.named("--home=x", "log")).isEqualTo("log");
    assertThat(Commands.named("help", "log")).isNull();
    assertThat(Stream.of("lgo", "--home", "--help").map(Commands::named)).containsOnlyNulls();
    assertThat(Commands.named()).isNull();
    assertThat(Cli.run("lgo").err()).contains("the nearest is 'log'");
  }

  @Test
  void helpIsToBeHadInEveryForm() {
    String all = Cli.run("--help").out();
    assertThat(all).contains("Usage: stet").contains("log");
    assertThat(Cli.run("help").out()).isEqualTo(all);
    assertThat(Cli.run("help", "log").out()).isEqualTo(Cli.run("log", "--help").out());
  }

  @ParameterizedTest
  @CsvSource({
    "lgo, 'no command ''lgo'', the nearest is ''log'''",
    "exprot, 'no command ''exprot'', the nearest is ''export'''",
    "backfil, 'no command ''backfil'', the nearest is ''backfill'''",
    "submarine, 'no command ''submarine'';'",
    "log --jsn, 'unknown option: ''--jsn'', the nearest is ''--json'''",
    "feed lst, 'no command ''lst'', the nearest is ''list'''",
  })
  void anUnknownNameIsAnsweredWithTheNearest(String line, String answer) {
    Cli.Result result = Cli.run((Object[]) line.split(" "));
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err().lines()).singleElement().asString().startsWith("stet: " + answer);
  }

  /** Before the command, after it, or by the environment; the nearest to the command counts. */
  @Test
  void theCollectionMayBeNamedInThreeWays() throws IOException {
    Path home = collection();
    String log = Cli.run("log", "--home", home).out();
    assertThat(Cli.run("--home", home, "log").out()).isEqualTo(log).contains("Bridge shut");
    assertThat(Cli.run("--home", dir.resolve("nowhere"), "log", "--home", home).out())
        .isEqualTo(log);
    StringWriter out = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            Clock.systemUTC(),
            false,
            false);
    Map<String, String> environment = Map.of("STET_HOME", home.toString());
    assertThat(Commands.of(console, environment).execute("log")).isZero();
    console.out().flush();
    assertThat(out.toString()).isEqualTo(log);
    assertThat(
            Commands.of(console, Map.of("STET_HOME", dir.resolve("nowhere").toString()))
                .execute("--home", home.toString(), "log"))
        .isZero();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void explainsItself(String command) {
    Cli.Result help = Cli.run(command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Usage: stet " + command).contains("--help");
    assertThat(help.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void refusesAnUnknownOptionInOneLine(String command) {
    Cli.Result result = Cli.run(command, "--no-such-option");
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .startsWith("stet: ")
        .contains("'stet " + command + " --help'");
    assertThat(result.out()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void saysInOneLineThatThereIsNoCollection(String command) {
    if (MAKES_ITS_COLLECTION.contains(command)) {
      return;
    }
    Path nowhere = dir.resolve("nowhere");
    Cli.Result result =
        Cli.run(Stream.concat(example(command), Stream.of("--home", nowhere)).toArray());
    assertThat(result.code()).isEqualTo(ExitCode.NO_COLLECTION);
    assertThat(result.err().lines()).singleElement().asString().contains("no collection in");
    assertThat(nowhere).doesNotExist();
  }

  /** The shortest command line that is understood. */
  private static Stream<String> example(String command) {
    return switch (command) {
      case "diff", "blame", "grep", "said", "story" -> Stream.of(command, "bridge");
      case "check", "untrack" -> Stream.of(command, "https://portaldercourier.example/bridge");
      case "feed", "alert" -> Stream.of(command, "list");
      default -> Stream.of(command);
    };
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isDocumented(String command) throws IOException {
    assertThat(Files.readString(Path.of("docs/COMMANDS.md"))).contains("### stet " + command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log --json",
        "log bridge --json",
        "show bridge --json",
        "show bridge@1 --json",
        "diff bridge --json",
        "blame bridge --json",
        "blame bridge@1 --gone --json",
        "grep crack --json",
        "said crack --json --in bridge",
        "report --json",
        "verify --json",
        "verify --rebuild --json",
        "config --json"
      })
  void printsJsonThatParses(String line) throws IOException {
    Path home = collection();
    Cli.Result result =
        Cli.run(Stream.concat(Stream.of(line.split(" ")), Stream.of("--home", home)).toArray());
    assertThat(result.code())
        .isEqualTo(line.startsWith("diff") ? ExitCode.FINDINGS : ExitCode.DONE);
    assertThat(JsonMapper.shared().readTree(result.out()).isObject()).isTrue();
  }

  @Test
  void importPrintsOneJsonObjectForEachCapture() throws IOException {
    story("001__2026-03-14T06-00-00Z.html", "a hairline crack");
    Cli.Result result =
        Cli.run("import", "--json", "--home", dir.resolve("home"), dir.resolve("set"));
    assertThat(result.out().lines()).hasSize(1);
    assertThat(JsonMapper.shared().readTree(result.out()).path("outcome").asString(""))
        .isEqualTo("article");
  }

  @Test
  void logShowDiffTellTheStory() throws IOException {
    Path home = collection();
    assertThat(Cli.run("log", "--home", home).out()).contains("2 versions").contains("Bridge shut");
    assertThat(Cli.run("log", "--home", home, "bridge").out())
        .contains("2 versions seen in 2 checks")
        .contains("version 2: no-update-time")
        .contains("30 min 0 s apart");
    assertThat(Cli.run("show", "--home", home, "bridge@1").out()).contains("a hairline crack");
    Cli.Result diff = Cli.run("diff", "--home", home, "bridge");
    assertThat(diff.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(diff.out()).contains("[-a hairline-]{+an 11-centimetre+} crack");
    assertThat(Cli.run("diff", "--home", home, "bridge@2..2").code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void diffHasAViewForEachReader() throws IOException {
    Path home = collection();
    Cli.Result stat = Cli.run("diff", "--home", home, "bridge", "--stat");
    assertThat(stat.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(stat.out().lines())
        .containsExactly(
            " paragraph 2    |     4 ++--", " 1 of 3 paragraphs and 0 fields changed, +2 -2 words");
    assertThat(Cli.run("diff", "--home", home, "bridge", "--words").out().lines())
        .containsExactly(
            "paragraph 2: Inspectors found [-a hairline-]{+an 11-centimetre+} crack in the northern"
                + " pylon, and closed…");
    assertThat(Cli.run("diff", "--home", home, "bridge", "--side-by-side", "--width", 60).out())
        .contains("Inspectors found [-a -]      │ Inspectors found {+an +}\n")
        .contains("[-hairline-] crack in the    │ {+11-centimetre+} crack in\n");
    assertThat(Cli.run("diff", "--home", home, "bridge", "--stat", "--json").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Cli.run("log", "--home", home, "bridge", "--stat").out())
        .contains(" 2  2026-03-14 06:30:00  no-update-time | ");
    assertThat(Cli.run("log", "--home", home, "--stat").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void blameNamesTheVersionOfEachRun() throws IOException {
    Path home = collection();
    assertThat(Cli.run("blame", "--home", home, "bridge").out())
        .contains("\n 1  2026-03-14 06:00:00  Inspectors found\n")
        .contains("\n 2  2026-03-14 06:30:00  an 11-centimetre\n")
        .contains("version 2: between 2026-03-14 06:00:00 and 2026-03-14 06:30:00")
        .doesNotContain("\u001b");
    assertThat(Cli.run("blame", "--home", home, "bridge", "--gone").out())
        .contains("paragraph 2 of version 1, there since version 1; gone between")
        .contains("never back\n  a hairline\n");
    assertThat(Cli.run("blame", "--home", home, "bridge@1", "--gone").out())
        .contains("nothing has left the text");
    assertThat(Cli.run("blame", "--home", home, "bridge@1..2").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void wrongVersionsAndArticlesAreSaidSo() throws IOException {
    Path home = collection();
    assertThat(Cli.run("show", "--home", home, "bridge@9"))
        .satisfies(r -> assertThat(r.code()).isEqualTo(ExitCode.USAGE))
        .satisfies(r -> assertThat(r.err()).contains("no version 9").contains("there are 2"));
    assertThat(Cli.run("show", "--home", home, "submarine"))
        .satisfies(r -> assertThat(r.code()).isEqualTo(ExitCode.FAILED))
        .satisfies(r -> assertThat(r.err()).contains("no article matches 'submarine'"));
  }

  @Test
  void importSaysWhatItCouldNotTakeAndTakesTheRest() throws IOException {
    Path good = story("001__2026-03-14T06-00-00Z.html", "a hairline crack");
    Cli.Result result =
        Cli.run("import", "--home", dir.resolve("home"), good, dir.resolve("gone.html"));
    assertThat(result.code()).isEqualTo(ExitCode.PARTLY);
    assertThat(result.out()).contains("1 capture added to 1 article; 1 file refused");
    assertThat(result.err()).contains("gone.html' does not exist");
    assertThat(Cli.run("import", "--home", dir.resolve("home"), dir.resolve("gone.html")).code())
        .isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aCollectionInUseIsLocked() throws IOException {
    Path home = collection();
    Cli.run("config", "--home", home, "lock.wait", "0");
    try (var writer =
        stet.track.CollectionWriter.open(home, Clock.systemUTC(), java.time.Duration.ZERO)) {
      Cli.Result result = Cli.run("import", "--home", home, dir.resolve("set"));
      assertThat(result.code()).isEqualTo(ExitCode.LOCKED);
      assertThat(result.err().lines())
          .singleElement()
          .asString()
          .contains("another stet is writing");
      assertThat(writer.recovery().captures()).isZero();
    }
  }

  @Test
  void settingsKeepTheCommentsOfAPerson() throws IOException {
    Path home = collection();
    Path file = home.resolve("stet.toml");
    Files.writeString(file, "# mine\n[report]\ntitle = \"Courier watch\" # really\n");
    assertThat(Cli.run("config", "--home", home, "report.title").out().trim())
        .isEqualTo("Courier watch");
    assertThat(Cli.run("config", "--home", home, "report.zone", "Asia/Kolkata").code()).isZero();
    assertThat(Cli.run("config", "--home", home, "report.title", "Other \"one\"").code()).isZero();
    assertThat(Files.readString(file)).contains("# mine");
    assertThat(Cli.run("config", "--home", home, "report.title").out().trim())
        .isEqualTo("Other \"one\"");
    assertThat(Cli.run("config", "--home", home, "--unset", "report.title").code()).isZero();
    assertThat(Cli.run("config", "--home", home, "report.title").out().trim()).isEqualTo("stet");
    assertThat(Cli.run("config", "--home", home, "report.zone", "Mars").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Cli.run("config", "--home", home, "report.zone").out().trim())
        .isEqualTo("Asia/Kolkata");
  }

  @Test
  void theCompletionScriptIsCurrent() throws IOException {
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            Clock.systemUTC(),
            false,
            false);
    String made = picocli.AutoComplete.bash("stet", Commands.of(console));
    Path shipped = Path.of("completion/stet.bash");
    if (Boolean.getBoolean("stet.regenerate")) {
      Files.createDirectories(shipped.getParent());
      Files.writeString(shipped, made);
    }
    assertThat(Files.readString(shipped))
        .as("regenerate with -Dtest.jvm=-Dstet.regenerate=true")
        .isEqualTo(made);
  }

  private Path collection() throws IOException {
    Path home = dir.resolve("home");
    story("001__2026-03-14T06-00-00Z.html", "a hairline crack");
    story("002__2026-03-14T06-30-00Z.html", "an 11-centimetre crack");
    assertThat(Cli.run("import", "--home", home, dir.resolve("set")).code()).isZero();
    return home;
  }

  private Path story(String name, String found) throws IOException {
    Path file = dir.resolve("set/bridge").resolve(name);
    Files.createDirectories(file.getParent());
    List<String> lines =
        List.of(
            "<!doctype html><html lang=en><title>Bridge shut</title><article>",
            "<h1>Bridge shut after crack found</h1>",
            "<p>The harbour bridge of fictional Port Alder was shut on Saturday, the port"
                + " said.</p>",
            "<p>Inspectors found " + found + " in the northern pylon, and closed all lanes.</p>",
            "<p>Ferries will run every twenty minutes from dawn, the port's master said.</p>",
            "</article></html>");
    return Files.write(file, lines);
  }
}
