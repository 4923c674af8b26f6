package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Capture;
import stet.diff.Differs;
import stet.ingest.Found;
import stet.ingest.ImportOptions;
import stet.ingest.SavedPages;
import stet.report.ReportOptions;
import stet.report.Site;
import stet.track.Collection;

/** The committed sample report is what the sample pages give today. */
class SampleReportTest {
  private static final Path REPORT = Path.of("reports/sample");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-20T12:00:00Z"), ZoneOffset.UTC);

  // How well a record compresses depends on the platform's zlib, so where the next one begins
  // does too. All else must be the same to the byte.
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?<=Record at byte</dt><dd><bdi dir=\"ltr\">)[\\d,]+|(?<=tail -c \\+)\\d+|(?<=\"offset\":)\\d+");

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

  private void write(Path site) throws IOException {
    Path home = dir.resolve("home");
    Collection.init(home);
    ImportOptions options = new ImportOptions(null, null, 1 << 20);
    List<Capture> captures = new ArrayList<>();
    for (Found found : SavedPages.under(List.of(Path.of("snapshots/sample")), options)) {
      captures.add(((Found.Page) found).capture());
    }
    try (Collection.Writer writer = Collection.openForWriting(home, CLOCK, Duration.ZERO)) {
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
        String text = OFFSET.matcher(Files.readString(path)).replaceAll("#");
        files.put(root.relativize(path).toString().replace('\\', '/'), text);
      }
    }
    return files;
  }
}
