package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.Unpacked;
import stet.capture.Capture;
import stet.diff.standard.Differs;
import stet.ingest.Found;
import stet.ingest.ImportOptions;
import stet.ingest.SavedPages;
import stet.report.ReportOptions;
import stet.report.site.Site;
import stet.track.CollectionFolder;
import stet.track.CollectionWriter;

/** The committed sample report is what the sample pages give today. */
class SampleReportTest {
  private static final Path REPORT = Path.of("reports/sample");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-20T12:00:00Z"), ZoneOffset.UTC);

  // How well a record compresses depends on the platform's zlib, so where the next one begins
  // does too. All else must be the same to the byte.
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?<=Record at byte</dt><dd>)[\\d,]+|(?<=tail -c \\+)\\d+|(?<=offset\":)\\d+");

  @TempDir Path dir;

  @Test
  void isRegeneratedToTheByte() throws IOException {
    Path made = dir.resolve("site");
    write(made);
    if (Boolean.getBoolean("stet.regenerate")) {
      replace(made);
    }
    assertThat(files(made))
        .as("regenerate with ./mvnw test -Dtest=SampleReportTest -Dtest.jvm=-Dstet.regenerate=true")
        .isEqualTo(files(REPORT));
  }

  /**
   * Whoever follows the page, and the page on methods that it leads to, with ordinary tools finds
   * the digest that the record names.
   */
  @Test
  void theInstructionsOnAVersionsPageLeadToItsBytes() throws Exception {
    assumeTrue(run("command -v sha256sum gzip tail sed head tr").exit() == 0, "no such tools");
    Path made = dir.resolve("site");
    write(made);
    List<Path> pages;
    try (Stream<Path> all = Files.walk(made)) {
      pages = all.filter(p -> p.getFileName().toString().matches("v[12]\\.html")).sorted().toList();
    }
    assertThat(pages).hasSizeGreaterThan(3);
    String hashing =
        Jsoup.parse(Files.readString(made.resolve("methods.html"))).select("pre").stream()
            .map(pre -> pre.wholeText())
            .filter(line -> line.endsWith("| sha256sum"))
            .findFirst()
            .orElseThrow();
    for (Path page : pages) {
      List<String> lines =
          Jsoup.parse(Files.readString(page)).select("pre").first().wholeText().lines().toList();
      Result head = run(lines.get(1));
      String record = lines.get(1).replaceAll("^tail -c | \\| gzip.*", "");
      String command = hashing.replace("+(offset + 1) FILE.warc.gz", record);
      Result digest = run(command);
      assertThat(digest.out()).as(page + ": " + command).matches("(?s)[0-9a-f]{64}\\s.*");
      assertThat(head.out())
          .contains("WARC-Block-Digest: sha256:" + digest.out().substring(0, 64) + "\r\n");
    }
  }

  private record Result(int exit, String out) {}

  private Result run(String command) throws IOException, InterruptedException {
    Path out = dir.resolve("out");
    Path home = Files.createDirectories(dir.resolve("home"));
    Process shell =
        new ProcessBuilder("sh", "-c", command)
            .directory(home.toFile())
            .redirectOutput(out.toFile())
            .redirectErrorStream(true)
            .start();
    return new Result(shell.waitFor(), Files.readString(out));
  }

  private void write(Path site) throws IOException {
    Path home = dir.resolve("home");
    new CollectionFolder(home).make();
    ImportOptions options = new ImportOptions(null, null, 1 << 20);
    List<Capture> captures = new ArrayList<>();
    for (Found found : SavedPages.under(List.of(Path.of("snapshots/sample")), options)) {
      captures.add(((Found.Page) found).capture());
    }
    try (CollectionWriter writer = CollectionWriter.open(home, CLOCK, Duration.ZERO)) {
      writer.tracker().accept(captures);
      ReportOptions report =
          new ReportOptions("stet sample: fictional stories", ZoneId.of("Asia/Kolkata"), "stet");
      new Site(Differs.standard(), report).write(writer.collection().timelines().all(), site);
    }
  }

  private static void replace(Path made) throws IOException {
    if (Files.exists(REPORT)) {
      try (Stream<Path> old = Files.walk(REPORT)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    try (Stream<Path> all = Files.walk(made)) {
      for (Path path : all.toList()) {
        Path target = REPORT.resolve(made.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        String text = OFFSET.matcher(Unpacked.text(path)).replaceAll("#");
        files.put(root.relativize(path).toString().replace('\\', '/'), text);
      }
    }
    return files;
  }
}
