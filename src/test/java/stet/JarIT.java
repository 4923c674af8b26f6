package stet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.rows.DataTable;

/** The packaged jar: what is in it, and that it runs alone. */
class JarIT {
  private static final Path JAR = Path.of("target/stet.jar");

  @TempDir Path dir;

  @Test
  void everyEntryOfOursCarriesTheOneBuildTime() throws IOException {
    TreeSet<LocalDateTime> times = new TreeSet<>();
    List<String> names = new ArrayList<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().startsWith("stet/")) {
          times.add(entry.getTimeLocal());
        }
        names.add(entry.getName());
      }
    }
    assertThat(times).hasSize(1);
    assertThat(names).doesNotHaveDuplicates().contains("META-INF/LICENSE", "stet/cli/Main.class");
  }

  @Test
  void runsTheDemoAloneAndGivesTheSameReportEachTime() throws Exception {
    Path one = dir.resolve("one");
    Path two = dir.resolve("two");
    assertThat(demo(one)).contains("37 captures fetched");
    String first = pages(one);
    assertThat(demo(one)).contains("nothing new");
    assertThat(pages(one)).isEqualTo(first);
    demo(two);
    assertThat(pages(two)).isEqualTo(first);
  }

  @Test
  void writesParquetAlone() throws Exception {
    Path home = dir.resolve("home");
    Path tables = dir.resolve("tables");
    demo(home);
    stet("export", "--format", "parquet", "--home", home, "--output", tables);
    for (DataTable table : DataTable.values()) {
      assertThat(ParquetFile.rows(tables.resolve(table.id() + ".parquet"))).isNotEmpty();
    }
  }

  private String demo(Path home) throws Exception {
    return stet("demo", "--home", home);
  }

  private String stet(Object... words) throws Exception {
    Path output = dir.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
    Stream.of(words).map(Object::toString).forEach(command::add);
    Process process =
        new ProcessBuilder(command)
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(output);
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  /** The ledger of what was made from what knows files' times, which differ from run to run. */
  private static boolean isPage(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
  }

  private static String pages(Path home) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(home.resolve("reports"))) {
      for (Path file : files.filter(JarIT::isPage).sorted().toList()) {
        // Where a record begins depends on the warcinfo record before it, which tells the time.
        String text =
            Unpacked.text(file).replaceAll("Record at byte.*|tail -c.*|\"warc_offset\":\\d+", "");
        all.append(home.relativize(file)).append('\n').append(text);
      }
    }
    return all.toString();
  }
}
