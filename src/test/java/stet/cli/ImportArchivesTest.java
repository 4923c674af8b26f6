package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.cli.console.ExitCode;
import stet.ingest.warc.Records;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportArchivesTest {
  private static final String URI = "https://quellmund.example/crane";
  private static final byte[] FIRST =
      Records.gzip(
          Records.page(URI, "2026-03-01T10:00:00Z", Records.story("Crane comes down", "Old.")));
  private static final byte[] SECOND =
      Records.gzip(
          Records.page(
              URI, "2026-03-03T10:00:00Z", Records.story("Crane comes down", "Very old.")));

  @TempDir Path dir;

  private Path write(String name, byte[]... parts) throws IOException {
    return Files.write(dir.resolve(name), Records.join(List.of(parts)));
  }

  @Test
  void aCrawlBecomesATimelineAndItsRecordsAreCounted() throws IOException {
    Path home = dir.resolve("home");
    byte[] request =
        Records.gzip(Records.record("request", URI, "2026-03-01T10:00:00Z", "", new byte[0]));
    Cli.Result result =
        Cli.run("import", "--home", home, write("a.warc.gz", request, FIRST, SECOND));
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("2 captures added to 1 article")
        .containsPattern("3 +records seen")
        .containsPattern("2 +kept")
        .containsPattern("1 +is a request record");
    assertThat(Cli.run("log", "--home", home, URI).out()).contains("version 2");
    assertThat(Cli.run("show", "--home", home, URI).out()).contains("warc a.warc.gz");
  }

  @Test
  void aLateFileLandsBetweenTwoVersionsOfAnEarlierOne() throws IOException {
    Path home = dir.resolve("home");
    Cli.run("import", "--home", home, write("a.warc.gz", FIRST, SECOND));
    byte[] between =
        Records.page(URI, "2026-03-02T10:00:00Z", Records.story("Crane comes down", "Rusty."));
    assertThat(Cli.run("import", "--home", home, write("b.warc", between)).code()).isZero();
    JsonNode log =
        JsonMapper.shared().readTree(Cli.run("log", "--home", home, URI, "--json").out());
    assertThat(log.path("versions")).hasSize(3);
    assertThat(log.path("versions").get(1).path("capture").path("source").asString(""))
        .isEqualTo("warc b.warc");
    assertThat(log.path("entries").get(2).path("window").path("not_before").asString(""))
        .isEqualTo("2026-03-02T10:00:00Z");
  }

  @Test
  void aRevisitOfAPageImportedEarlierIsTaken() throws IOException {
    Path home = dir.resolve("home");
    Cli.run("import", "--home", home, write("a.warc.gz", FIRST));
    byte[] again =
        Records.revisit(
            URI,
            "2026-03-05T10:00:00Z",
            Records.story("Crane comes down", "Old."),
            URI,
            "2026-03-01T10:00:00Z",
            "");
    Cli.Result result = Cli.run("import", "--home", home, write("b.warc", again));
    assertThat(result.out()).contains("1 capture added");
    assertThat(result.code()).isZero();
  }

  @Test
  void damageIsOneLineAndPartlyDone() throws IOException {
    Path file = write("a.warc.gz", FIRST, SECOND);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 40));
    Cli.Result result = Cli.run("import", "--home", dir.resolve("home"), "--json", file);
    assertThat(result.code()).isEqualTo(ExitCode.PARTLY);
    assertThat(result.err().lines().filter(l -> l.contains("damaged"))).hasSize(1);
    JsonNode last =
        JsonMapper.shared().readTree(result.out().lines().reduce((a, b) -> b).orElseThrow());
    assertThat(last.path("counts").path("not_kept").path("is damaged").asInt()).isEqualTo(1);
  }
}
