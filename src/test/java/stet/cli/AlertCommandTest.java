package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.cli.console.ExitCode;

/** Rules for alerts from the command line, as somebody sets up the first. */
class AlertCommandTest {
  private static final String SETTINGS =
      """
      # Our own words stay.
      report.title = "Watch desk"

      [channel.feeds]
      type = "feed"

      [channel.log]
      type = "command"
      command = ["/bin/sh", "-c", "cat > got.json"]
      """;

  @TempDir Path dir;
  private Path home;

  @BeforeEach
  void collect() throws IOException {
    home = dir.resolve("home");
    assertThat(Cli.run("import", "--home", home, "snapshots/sample").code()).isZero();
    Files.writeString(home.resolve("stet.toml"), SETTINGS);
  }

  private Cli.Result alert(Object... words) {
    Object[] all = new Object[words.length + 3];
    all[0] = "alert";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--home";
    all[words.length + 2] = home;
    return Cli.run(all);
  }

  private String settings() throws IOException {
    return Files.readString(home.resolve("stet.toml"));
  }

  @ParameterizedTest
  @CsvSource({"--match", "--label", "--words", "--article", "--quiet", "--to"})
  void aValueThatIsEmptyIsNotTakenAsNoneGiven(String option) throws IOException {
    Cli.Result empty = alert("add", "x", "--to", "log", option, " ");
    assertThat(empty.code()).isEqualTo(ExitCode.USAGE);
    assertThat(empty.err().lines()).hasSize(1);
    assertThat(empty.err()).contains(option);
    assertThat(settings()).isEqualTo(SETTINGS);
  }

  @Test
  void aRuleIsAddedListedTriedAndTakenOut() throws IOException {
    assertThat(alert("list").err()).contains("no rule yet", "channels: feeds, log");
    Cli.Result added =
        alert(
            "add",
            "silent numbers",
            "--label",
            "silent",
            "--kind",
            "number,quotation",
            "--to",
            "log",
            "--quiet",
            "22:00-07:00",
            "--match",
            "a \"quoted\" \\ word");
    assertThat(added.out())
        .startsWith("'silent numbers' tells log of silent edits labelled number or quotation");
    assertThat(settings()).startsWith(SETTINGS).contains("[[alert]]\nname = \"silent numbers\"");
    assertThat(alert("add", "weekly", "--when", "upkeep", "--to", "log").code()).isZero();
    assertThat(alert("list").out().lines())
        .hasSize(4)
        .anyMatch(line -> line.contains("at once, quiet 22:00 to 07:00 (UTC); never fired"));
    assertThat(alert("list", "--json").out().lines()).hasSize(2);
    Cli.Result again = alert("add", "Silent Numbers", "--to", "log");
    assertThat(again.code()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err())
        .contains(
            "there is a rule 'silent numbers' already; 'stet alert remove \"silent numbers\"' takes");
    assertThat(alert("remove", "silent numbers").code()).isZero();
    assertThat(settings()).startsWith(SETTINGS).doesNotContain("silent numbers");
    assertThat(settings()).contains("name = \"weekly\"");
    Cli.Result gone = alert("remove", "silent numbers");
    assertThat(gone.code()).isEqualTo(ExitCode.USAGE);
    assertThat(gone.err()).contains("no rule 'silent numbers'; there are: weekly");
  }

  @Test
  void aTestSendsTheLastEditThatTheRuleAsksFor() throws IOException {
    assertThat(alert("add", "silent", "--label", "silent", "--to", "log,feeds").code()).isZero();
    Cli.Result tested = alert("test", "silent");
    assertThat(tested.code()).as(tested.err()).isZero();
    assertThat(tested.out().lines()).hasSize(2).allMatch(line -> line.contains("sent: Test: Sil"));
    assertThat(Files.readString(home.resolve("got.json")))
        .contains("\"kind\":\"test\"", "\"label\":\"silent\"");
    assertThat(alert("test").err()).contains("name a rule, or a channel with --channel");
    assertThat(alert("test", "--channel", "lgo").err())
        .contains("no channel 'lgo'; there are: feeds, log");
    assertThat(alert("history").out()).isEmpty();
  }

  /** Before there is any rule. */
  @Test
  void aChannelIsTriedByItself() throws IOException {
    assertThat(alert("test", "--channel", "log").out())
        .isEqualTo("log  sent: Test of the channel 'log'\n");
    assertThat(Files.readString(home.resolve("got.json")))
        .contains("This message shows that the channel 'log' works.", "\"zone\":\"UTC\"")
        .containsPattern("\"composed_at\":\"[-0-9]+T[0-9:]{8}Z\"")
        .doesNotContain("rule “");
    Files.writeString(
        home.resolve("stet.toml"), SETTINGS.replace("cat > got.json", "echo no; exit 1"));
    Cli.Result refused = alert("test", "--channel", "log");
    assertThat(refused.code()).isEqualTo(ExitCode.PARTLY);
    assertThat(refused.out()).startsWith("log  refused: ");
  }

  @Test
  void aQuotationIsWatched() throws IOException {
    Cli.Result said =
        Cli.run("said", "Nobody was hurt", "--watch", "cited", "--to", "feeds", "--home", home);
    assertThat(said.err()).contains("'cited' tells feeds of the passage “Nobody was hurt” going");
    assertThat(settings()).contains("when = \"passage\"", "passage = \"Nobody was hurt\"");
    assertThat(Cli.run("said", "Nobody", "--to", "feeds", "--home", home).err())
        .contains("--to goes with --watch NAME");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "[channel.desk]|type = \"mial\" -> channel.desk.type 'mial' is no type of channel",
        "[channel.desk]|type = \"mail\" -> channel.desk.host is missing",
        "[channel.desk]|host = 1 -> channel.desk.type is missing",
        "channel = 1 -> a channel is a table such as [channel.desk]",
        "alert = 1 -> each rule is a table that begins with [[alert]]",
        "[alert]|name = \"x\" -> each rule is a table that begins with [[alert]]",
        "[[alert]]|to = \"feeds\" -> an [[alert]] has no 'name'",
        "[[alert]]|name = \"x\" -> alert 'x': no 'to'; name one of feeds, log",
        "[[alert]]|name = \"x\"|to = \"fedes\" -> alert 'x': to 'fedes' is not known; did you mean",
        "[[alert]]|name = \"x\"|to = {a = 1} -> [[alert]]: to must be a text, a number or a list"
      })
  void eachWrongSettingIsOneLine(String wrong, String told) throws IOException {
    String lines = wrong.replace('|', '\n');
    // A table cannot stand beside a value of its name.
    String before = wrong.startsWith("channel =") ? "" : SETTINGS;
    Files.writeString(
        home.resolve("stet.toml"),
        wrong.startsWith("[") ? before + "\n" + lines : lines + "\n" + before);
    Cli.Result list = alert("list");
    assertThat(list.code()).isEqualTo(ExitCode.FAILED);
    assertThat(list.err().lines()).singleElement().asString().contains("stet.toml", told);
  }

  @Test
  void rulesThatAreWrongKeepNoOtherCommandFromWorking() throws IOException {
    Files.writeString(home.resolve("stet.toml"), SETTINGS + "\n[[alert]]\nname = \"x\"\n");
    for (String command : List.of("log", "status", "report")) {
      assertThat(Cli.run(command, "--home", home).code()).as(command).isZero();
    }
  }
}
