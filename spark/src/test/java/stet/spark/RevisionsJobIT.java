package stet.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import stet.rows.DataTable;

/** The job finds in web archives what the application finds in them. The stories are fictional. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevisionsJobIT {
  @TempDir static Path folder;

  private final SparkSession spark = Session.open();
  private Path archives = Path.of("");
  private Path tables = Path.of("");
  private Path output = Path.of("");
  private final List<String> stages = new ArrayList<>();

  private static void stet(String... args) throws Exception {
    Application.run(args);
  }

  /**
   * The sample as a web archive in two parts, one of which is damaged at its end; one that is none;
   * and some whose records refer to each other's.
   */
  @BeforeAll
  void archivesAndWhatTheApplicationSaysOfThem() throws Exception {
    archives = Files.createDirectories(folder.resolve("archives"));
    tables = folder.resolve("tables");
    String home = folder.resolve("home").toString();
    stet("import", "snapshots/sample", "--home", home);
    Path whole = archives.resolve("a-sample.warc");
    stet("export", "--format", "warc", "--home", home, "--output", whole.toString());
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(archives.resolve("b-cut.warc"), Arrays.copyOf(bytes, bytes.length * 2 / 3));
    Files.writeString(archives.resolve("c-no-archive.warc.gz"), "this is no archive");
    Path real = Path.of("../shared/data/warc/ipwb");
    if (Files.isDirectory(real)) {
      try (Stream<Path> files = Files.list(real)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".warc")).toList()) {
          Files.copy(file, archives.resolve("d-" + file.getFileName()));
        }
      }
    }
    RevisitFiles.write(archives);
    String other = folder.resolve("other").toString();
    stet("import", archives.toString(), "--home", other);
    stet("export", "--format", "jsonl", "--home", other, "--output", tables.toString());
    output = folder.resolve("output");
    runInTwoParts();
  }

  private RevisionsJob job(Path output, Consumer<String> progress) throws IOException {
    JobOptions options =
        new JobOptions(List.of(archives.toString()), output.toString(), 16 << 20, 4);
    return new RevisionsJob(spark, options, progress);
  }

  /** Breaks the job off before a stage, and has it go on. */
  private void runInTwoParts() throws Exception {
    RevisionsJob broken =
        job(
            output,
            stage -> {
              if (stage.equals("marked")) {
                throw new IllegalStateException("broken off");
              }
            });
    assertThatThrownBy(broken::run).hasMessage("broken off");
    job(output, stages::add).run();
  }

  @Test
  void rowsAreThoseOfTheApplication() throws Exception {
    for (DataTable table : DataTable.values()) {
      assertThat(Rows.ofJob(spark, output, table))
          .as(table.id())
          .isEqualTo(Rows.ofLines(tables, table))
          .isNotEmpty();
    }
  }

  /** What was read before the job was broken off was not read again. */
  @Test
  void goesOnWhereItWasBrokenOff() throws Exception {
    assertThat(stages).startsWith("marked").noneMatch(s -> s.startsWith("files"));
    assertThat(job(output, stages::add).run()).contains("complete already");
    assertThat(output.resolve("_work")).doesNotExist();
  }

  @Test
  void damageCostsNothingElseAndIsTold() {
    List<String> problems =
        spark.read().parquet(output.resolve("errors").toString()).collectAsList().stream()
            .map(r -> r.<String>getAs("file"))
            .toList();
    assertThat(problems).anyMatch(f -> f.endsWith("b-cut.warc"));
    assertThat(problems).anyMatch(f -> f.endsWith("c-no-archive.warc.gz"));
  }

  /** A capture whose bytes are in another file is one, whichever file comes first. */
  @Test
  void bytesAreFoundInWhicheverFileTheyAre() {
    List<Row> versions =
        spark.read().parquet(output.resolve("versions").toString()).collectAsList();
    assertThat(RevisitFiles.headlines(versions, "e-"))
        .containsExactlyInAnyOrderElementsOf(RevisitFiles.HEADLINES);
    assertThat(
            spark.read().parquet(output.resolve("errors").toString()).collectAsList().stream()
                .filter(r -> r.<String>getAs("file").endsWith("e-3.warc"))
                .map(r -> r.<String>getAs("problem")))
        .singleElement()
        .asString()
        .startsWith("has 2 records that refer");
  }

  /** What the application writes as Parquet is to Spark what it writes as lines. */
  @Test
  void parquetOfTheApplicationHasTypesAndRowsOfItsLines() throws Exception {
    Path parquet = folder.resolve("parquet");
    stet(
        "export",
        "--format",
        "parquet",
        "--home",
        folder.resolve("other").toString(),
        "--output",
        parquet.toString());
    for (DataTable table : DataTable.values()) {
      Dataset<Row> read = spark.read().parquet(parquet.resolve(table.id() + ".parquet").toString());
      assertThat(read.schema()).as(table.id()).isEqualTo(Rows.schema(table));
      assertThat(Rows.of(read, table))
          .as(table.id())
          .isEqualTo(Rows.ofLines(tables, table))
          .isNotEmpty();
    }
  }

  @Test
  void figuresAreThoseOfTheApplication() throws Exception {
    String home = folder.resolve("other").toString();
    String csv = Application.run("stats", "--by", "outlet", "--format", "csv", "--home", home);

    List<String> told = new ArrayList<>();
    for (Row row : spark.read().parquet(output.resolve("statistics").toString()).collectAsList()) {
      row.<String>getAs("figures").lines().skip(1).forEach(told::add);
    }
    assertThat(told).isNotEmpty().containsExactlyInAnyOrderElementsOf(csv.lines().skip(1).toList());
  }

  @Test
  void overwritesNothing() throws IOException {
    Path full = Files.createDirectories(folder.resolve("full"));
    Files.writeString(full.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> job(full, s -> {}).run())
        .isInstanceOf(RevisionsJob.JobException.class)
        .hasMessageContaining("not empty");
    assertThat(full.resolve("mine.txt")).hasContent("mine");
  }

  @Test
  void saysInALineThatNothingMatches() {
    JobOptions options =
        new JobOptions(
            List.of(folder.resolve("none-*.warc").toString()),
            folder.resolve("x").toString(),
            1,
            1);
    assertThatThrownBy(() -> new RevisionsJob(spark, options, s -> {}).run())
        .isInstanceOf(RevisionsJob.JobException.class)
        .hasMessageContaining("nothing matches");
  }
}
