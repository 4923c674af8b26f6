package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.cli.console.ExitCode;
import stet.report.Browsers;

/** A document to hand over, from the command line. */
class DossierCommandTest {
  @TempDir Path dir;
  private Path home;

  @BeforeEach
  void collect() throws IOException {
    home = dir.resolve("home");
    assertThat(Cli.run("import", "--home", home, "snapshots/sample").code()).isZero();
  }

  private Cli.Result report(Object... words) {
    return Cli.run(Stream.concat(Stream.of("report", "--home", home), Stream.of(words)).toArray());
  }

  private Document page(String... words) throws IOException {
    Path file = dir.resolve("out.html");
    Object[] all =
        Stream.concat(Stream.of(words), Stream.of("--output", file.toString())).toArray();
    Cli.Result result = report(all);
    assertThat(result.code()).as(result.err()).isZero();
    return Jsoup.parse(Files.readString(file));
  }

  @Test
  void anOutletOrASearchIsWhatItIsAbout() throws IOException {
    Document outlet = page("--dossier", "portaldercourier.example");
    assertThat(outlet.select("h1").text()).isEqualTo("Edits of portaldercourier.example");
    assertThat(outlet.select(".edit")).isNotEmpty();
    Document search = page("--dossier", "ferry", "--most", "1", "--language", "DE");
    assertThat(search.select("h1").text()).contains("„ferry“");
    assertThat(search.select(".edit")).hasSize(1);
  }

  @Test
  void theSettingsSayWhoMakesItAndInWhichLanguage() throws IOException {
    Files.write(home.resolve("logo"), "<svg xmlns='x'/>".getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        home.resolve("stet.toml"),
        """
        [report]
        title = "Fictional desk"
        author = "A. Reader"
        logo = "logo"
        introduction = "First.\\n\\nSecond."
        language = "fr"

        [names]
        "portaldercourier.example" = "The Courier"
        """);
    Document page = page("--dossier", "portaldercourier.example");
    assertThat(page.select("h1").text()).isEqualTo("Modifications chez The Courier");
    assertThat(page.select(".cover").text()).contains("Fictional desk", "A. Reader");
    assertThat(page.select("#introduction p").eachText()).containsExactly("First.", "Second.");
    assertThat(page.select("img").attr("src")).startsWith("data:image/svg+xml;base64,");
  }

  @Test
  void aFolderHasItsTables() throws IOException {
    Browsers.open().close();
    Path folder = dir.resolve("dossier");
    Cli.Result result = report("--dossier", "portaldercourier.example", "--output", folder);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("dossier.html", "dossier.pdf", "edits.csv", "figures.csv");
    String pdf = Files.readString(folder.resolve("dossier.pdf"), StandardCharsets.ISO_8859_1);
    // Tagged, with its language, and letters that can be selected.
    assertThat(pdf).startsWith("%PDF").contains("/StructTreeRoot", "/Lang (en)", "/ToUnicode");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --dossier nobody.example           | 'nobody.example' is no outlet, and no article has it
          --dossier portaldercourie.example        | did you mean 'portaldercourier.example'?
          --dossier ferry --most 0          | --most '0' must be 1 to 500
          --dossier ferry --language it     | --language 'it' must be one of en, de, fr, es
          --dossier ferry --since someday   | --since 'someday' is no day
          --dossier ferry --json            | are not for a dossier
          --most 5                           | go with --dossier
          """)
  void whatMakesNoSenseIsSaidInALine(String words, String told) {
    Cli.Result result = report((Object[]) words.split(" "));
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains(told);
    assertThat(home.resolve("dossiers")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          report.logo = "none.png"     | cannot be read
          report.logo = "stet.toml"    | is no PNG, JPEG, WebP or SVG picture
          report.language = "xx"       | must be en, de, fr, es
          """)
  void aWrongSettingIsSaidInALine(String setting, String told) throws IOException {
    Files.writeString(home.resolve("stet.toml"), setting);
    Cli.Result result = report("--dossier", "ferry", "--output", dir.resolve("x.html"));
    assertThat(result.code()).isNotZero();
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains(told);
    assertThat(dir.resolve("x.html")).doesNotExist();
  }
}
