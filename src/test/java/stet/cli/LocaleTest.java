package stet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.cli.console.ExitCode;
import stet.cli.console.FileNames;

/** What stet does depends on no locale: the launcher's own lines are run before Java. */
class LocaleTest {
  @TempDir static Path dir;

  /** One collection for all locales: none of them may add to it. */
  private static String home;

  private static Said first;

  private record Said(int code, String text) {}

  private static Said run(String locale, String language, boolean launcher, String arguments)
      throws IOException, InterruptedException {
    String own = "";
    if (launcher) {
      String script = Files.readString(Path.of("stet"));
      int from = script.indexOf("# File names:");
      own = script.substring(from, script.indexOf("\nesac\n", from) + 6);
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        own
            + "exec '"
            + java
            + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.language="
            + language
            + " -cp '"
            + System.getProperty("java.class.path")
            + "' stet.cli.Main "
            + arguments;
    Path script = Files.write(dir.resolve("run.sh"), command.getBytes(UTF_8));
    ProcessBuilder builder = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", locale);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Said(process.waitFor(), text);
  }

  @BeforeAll
  static void importOnce() throws Exception {
    if (File.separatorChar != '/') {
      return;
    }
    page();
    home = "--home '" + dir.resolve("hömé") + "'";
    first = run("C.UTF-8", "en", true, "import '" + dir.resolve("zeitung-ä") + "' " + home);
  }

  private static void page() throws IOException {
    Path folder = Files.createDirectories(dir.resolve("zeitung-ä/geschichte-ı東"));
    Files.writeString(
        folder.resolve("2026-03-01T10-00-00Z.html"),
        "<html><body><article><h1>INIT</h1>"
            + "<p>The harbour was opened by the mayor on a windy day with many guests.</p>"
                .repeat(3)
            + "</article></body></html>");
  }

  @ParameterizedTest
  @CsvSource({"C, en", "POSIX, tr", "tr_TR, tr", "th_TH, th", "C.UTF-8, ar"})
  void theSameFolderIsTheSameArticleUnderEveryLocale(String locale, String language)
      throws Exception {
    assumeTrue(File.separatorChar == '/', "for systems with a POSIX shell");
    Said again = run(locale, language, true, "import '" + dir.resolve("zeitung-ä") + "' " + home);

    assertThat(first.text()).contains("1 capture added to 1 article");
    assertThat(again.text()).contains("1 capture already here");
    assertThat(again.code()).isZero();
  }

  @Test
  void theJarAloneSaysWhatItNeeds() throws Exception {
    assumeTrue(File.separatorChar == '/', "for systems with a POSIX shell");
    Said said = run("C", "en", false, "import '" + dir.resolve("zeitung-ä") + "'");
    assertThat(said.code()).isEqualTo(ExitCode.FAILED);
    assertThat(said.text()).contains("LC_ALL=C.UTF-8").doesNotContain("Exception");
  }

  @Test
  void onlyNamesThatCannotBeReadAreAnObstacle() {
    for (List<String> args : List.of(List.of("fetch"), List.of("log", "--home", "x"))) {
      assertThat(FileNames.obstacle("ANSI_X3.4-1968", args.toArray(String[]::new))).isNull();
    }
    assertThat(FileNames.obstacle("UTF-8", "import", "ä")).isNull();
    assertThat(FileNames.obstacle("ISO-8859-1", "log", "--home", "ä")).isNotNull();
  }
}
