package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.Unpacked;
import stet.text.SafeText;

/** What a page says, and where it lay, comes out of no command as more than text. */
class HostileTextTest {
  private static final String EVIL = "Har\u202Ebour\u0085 \u009B31m \u2066gate\u007F";

  @TempDir Path dir;
  private Path home;

  @BeforeEach
  void collect() throws IOException {
    home = dir.resolve("home");
    StringBuilder warc = new StringBuilder();
    for (int i = 1; i <= 2; i++) {
      String page =
          "<html><head><link rel=canonical href='https://canon:secret@paper.example/story'>"
              + "<title>"
              + EVIL
              + "</title></head><body><article><h1>"
              + EVIL
              + "</h1>"
              + ("<p>=HYPERLINK(1) is what the "
                      + EVIL
                      + " was called in year "
                      + i
                      + ", when it was opened by the mayor with many guests and long speeches.</p>")
                  .repeat(1)
              + "<p>+49 was the number to call on that windy day by the sea, as people said"
              + " there.</p><p>The harbour was opened by the mayor on a windy day with many"
              + " guests.</p></article></body></html>";
      String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page;
      warc.append("WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0000-" + i)
          .append(">\r\nWARC-Target-URI: https://reader:secret@paper.example/story\r\nWARC-Date: ")
          .append(
              "2026-03-0" + i + "T10:00:00Z\r\nContent-Type: application/http; msgtype=response")
          .append("\r\nContent-Length: " + http.getBytes(StandardCharsets.UTF_8).length)
          .append("\r\n\r\n" + http + "\r\n\r\n");
    }
    Path file = Files.writeString(dir.resolve("a.warc"), warc);
    Cli.Result imported = Cli.run("import", "--home", home, file);
    assertThat(imported.code()).as(imported.err()).isZero();
  }

  private static void assertPlain(String what, String text) {
    assertThat(text).as(what).doesNotContain("secret").isNotBlank();
    assertThat(text.chars().filter(c -> SafeText.isRisky((char) c)).boxed().toList())
        .as(what)
        .isEmpty();
  }

  @Test
  void commandsPrintNothingThatSteersATerminalOrNamesAUser() {
    for (String command :
        List.of(
            "log",
            "log --json",
            "log 1 --json",
            "show 1",
            "show 1 --json",
            "diff 1",
            "diff 1 --json",
            "blame 1",
            "blame 1 --json",
            "grep harbour",
            "grep harbour --json",
            "status --json")) {
      List<Object> words = new ArrayList<>(List.of((Object[]) command.split(" ")));
      words.addAll(List.of("--home", home));
      Cli.Result result = Cli.run(words.toArray());
      assertThat(result.code()).as(command + result.err()).isLessThanOrEqualTo(1);
      assertPlain(command, result.out() + result.err() + ".");
    }
    Cli.Result unknown = Cli.run("log", "https://u:secret@other.example/x", "--home", home);
    assertPlain("an address that is not here", unknown.out() + unknown.err());
  }

  @Test
  void exportsAndBundlesHaveNoneOfItEither() throws IOException {
    for (String format : List.of("jsonl", "csv", "parquet", "cdxj")) {
      Path out = dir.resolve("out-" + format);
      Cli.Result done = Cli.run("export", "--format", format, "--home", home, "--output", out);
      assertThat(done.code()).as(done.err()).isZero();
      assertFilesArePlain(out, List.of("csv", "parquet").contains(format));
    }
    Path bundle = dir.resolve("bundle");
    assertThat(Cli.run("evidence", "--home", home, "--output", bundle, "1@1..2").code()).isZero();
    assertFilesArePlain(bundle, false);
    assertThat(Cli.run("report", "--home", home).code()).isZero();
    assertFilesArePlain(home.resolve("reports"), false);
  }

  private static void assertFilesArePlain(Path root, boolean asWritten) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file :
          all.filter(f -> f.toString().matches(".*\\.(json|jsonl|csv|parquet|txt|cdxj)"))
              .toList()) {
        String text = Unpacked.text(file);
        assertThat(text).doesNotContain("secret");
        if (!asWritten) {
          assertPlain(file.toString(), text);
        }
      }
    }
  }

  /** pandas: {@code column.str.replace(r"^'(?='*[=+\-@\t\r])", "", regex=True)}. */
  @Test
  void noCellOfATableIsAFormulaAndEachCanBeReadBack() throws IOException {
    Path out = dir.resolve("csv");
    assertThat(Cli.run("export", "--format", "csv", "--home", home, "--output", out).code())
        .isZero();
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        all.append(Files.readString(file));
      }
    }
    assertThat(all.toString()).containsPattern("[,\"]'=HYPERLINK").contains("'+49 was");
    assertThat(all.toString()).doesNotContainPattern(",\"?[=+@][A-Za-z0-9]");
    assertThat("'=HYPERLINK(1)".replaceFirst("^'(?='*[=+\\-@\\t\\r])", ""))
        .isEqualTo("=HYPERLINK(1)");
  }

  @Test
  void damagedSettingsDoNotKeepAnybodyFromVerifying() throws IOException {
    Files.writeString(home.resolve("stet.toml"), "[extract\nrules = \"x");

    Cli.Result result = Cli.run("verify", "--home", home);

    assertThat(result.out()).contains("nothing wrong");
    assertThat(result.err()).contains("stet.toml").contains("standard settings");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void aFileThatIsAddedToABundleIsNoticedByTheCheckItDescribes() throws Exception {
    Path bundle = dir.resolve("bundle");
    assertThat(Cli.run("evidence", "--home", home, "--output", bundle, "1@1..2").code()).isZero();
    String readme = Files.readString(bundle.resolve("README.txt"));
    int from = readme.indexOf("find . !");
    String check = readme.substring(from, readme.indexOf("\n\n", from));
    assertThat(shell(bundle, check)).isEmpty();

    Files.writeString(bundle.resolve("version-2b.txt"), "forged");
    Files.createDirectory(bundle.resolve("more"));
    Files.writeString(bundle.resolve(".hidden"), "forged");

    assertThat(shell(bundle, check).lines())
        .containsExactlyInAnyOrder("ADDED: version-2b.txt", "ADDED: more", "ADDED: .hidden");
  }

  private static String shell(Path folder, String script) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
