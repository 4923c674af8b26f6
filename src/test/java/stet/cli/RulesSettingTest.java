package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.console.ExitCode;

/** A collection whose pages are read with a person's own rules. The story is fictional. */
class RulesSettingTest {
  private static final String STRAP = "Port desk: all of Saturday";
  private static final String ADDRESS = "https://courier.example/bridge";
  private static final String SHUT = "Bridge shut after crack found";

  @TempDir Path dir;
  private Path home;
  private Path rules;

  @BeforeEach
  void collection() throws IOException {
    home = dir.resolve("home");
    rules = home.resolve("rules.toml");
    Files.createDirectories(dir.resolve("set/bridge"));
    Files.writeString(
        dir.resolve("set/index.jsonl"), "{\"id\": \"bridge\", \"url\": \"" + ADDRESS + "\"}\n");
    page(1, "a hairline crack");
    page(2, "an 11-centimetre crack");
    assertThat(stet("init").code()).isZero();
    rule("p.strap");
    assertThat(stet("config", "extract.rules", "rules.toml").code()).isZero();
  }

  private void page(int hour, String found) throws IOException {
    List<String> lines =
        List.of(
            "<!doctype html><html lang=en><title>Bridge shut</title>",
            "<article><h1>" + SHUT + "</h1><p class=strap>" + STRAP + "</p>",
            "<p>The harbour bridge of fictional Port Alder was shut on Saturday, the port"
                + " said.</p>",
            "<p>Inspectors found " + found + " in the northern pylon, and closed all lanes.</p>",
            "<p>Ferries will run every twenty minutes from dawn, the port's master said.</p>",
            "</article></html>");
    String name = "00" + hour + "__2026-03-14T0" + hour + "-00-00Z.html";
    Files.write(dir.resolve("set/bridge").resolve(name), lines);
  }

  private void rule(String headline) throws IOException {
    Files.writeString(rules, "[\"courier.example\"]\nheadline = \"" + headline + "\"\n");
  }

  private Cli.Result stet(Object... line) {
    Object[] all = Arrays.copyOf(line, line.length + 2);
    all[line.length] = "--home";
    all[line.length + 1] = home;
    return Cli.run(all);
  }

  private Cli.Result added() {
    return stet("import", dir.resolve("set"));
  }

  private static void isRefused(Cli.Result result, String why) {
    assertThat(result.code()).isEqualTo(ExitCode.FAILED);
    assertThat(result.err().lines()).singleElement().asString().contains(why);
  }

  @Test
  void pagesAreReadByTheRulesOfTheirCollection() throws IOException {
    assertThat(added().out()).contains("2 captures added to 1 article");
    assertThat(stet("show", ADDRESS).out()).contains(STRAP);
    assertThat(stet("verify", "--rebuild").code()).isZero();

    Files.writeString(rules, "# mine\n" + Files.readString(rules));
    assertThat(added().out()).contains("already here");

    rule("h1");
    isRefused(added(), "run 'stet rebuild' first");
    assertThat(stet("show", ADDRESS).out()).contains(STRAP);
    assertThat(stet("verify").code()).isZero();
    Cli.Result otherwise = stet("verify", "--rebuild");
    assertThat(otherwise.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(otherwise.out()).contains("+rules.").contains("run 'stet rebuild' first");

    assertThat(stet("rebuild").out()).contains("rebuilt from 2 captures");
    assertThat(stet("show", ADDRESS).out()).contains(SHUT);
    assertThat(stet("verify", "--rebuild").out()).contains("nothing wrong");
    assertThat(added().code()).isZero();

    assertThat(stet("config", "--unset", "extract.rules").code()).isZero();
    isRefused(added(), "run 'stet rebuild' first");
  }

  @Test
  void rulesThatAreNotThereOrWrongAreSaidInOneLine() throws IOException {
    for (String command : List.of("import", "rebuild", "fetch")) {
      Object[] line =
          command.equals("import")
              ? new Object[] {command, dir.resolve("set")}
              : new Object[] {command};
      Files.deleteIfExists(rules);
      isRefused(stet(line), "rules.toml': no such file");
      Files.writeString(rules, "[\"courier.example\"]\nhedline = \"h1\"\n");
      isRefused(stet(line), "rules.toml': 'courier.example': no rule 'hedline'");
      Files.writeString(rules, "[\"courier.example\"\n");
      isRefused(stet(line), "the rules are no TOML");
    }
    // What is archived can be checked without them.
    Cli.Result checked = stet("verify");
    assertThat(checked.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(checked.err()).contains("the rules are no TOML").contains("standard settings");
  }
}
