package stet.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static stet.ingest.warc.Records.join;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.rows.DataTable;

/**
 * Web archives that others wrote, sound and damaged, and answers of one that others recorded; no
 * part of this repository. The job finds in them what the application does.
 */
class RealArchivesIT {
  private static final Path DATA = Path.of("../shared/data");

  @TempDir Path folder;

  private final SparkSession spark = Session.open();

  private static List<Path> files(String below, String name) throws Exception {
    Path from = DATA.resolve(below);
    assumeTrue(Files.isDirectory(from), from + " is not here");
    try (Stream<Path> all = Files.walk(from)) {
      return all.filter(f -> f.toString().matches(name)).sorted().toList();
    }
  }

  /** Imports the files and runs a job over them; the rows of all tables have to be equal. */
  private int compared(List<Path> archives, String input) throws Exception {
    List<String> args = new ArrayList<>(List.of("import", "--home", folder + "/home"));
    archives.forEach(a -> args.add(a.toString()));
    Application.run(args.toArray(String[]::new));
    Path lines = folder.resolve("lines");
    Application.run(
        "export", "--format", "jsonl", "--home", folder + "/home", "--output", lines.toString());
    Path output = folder.resolve("job");
    JobOptions options = new JobOptions(List.of(input), output.toString(), 16 << 20, 512);
    new RevisionsJob(spark, options, stage -> {}).run();
    int rows = 0;
    for (DataTable table : DataTable.values()) {
      List<String> expected = Rows.ofLines(lines, table);
      assertThat(Rows.ofJob(spark, output, table)).as(table.id()).isEqualTo(expected);
      rows += expected.size();
    }
    return rows;
  }

  @Test
  void archivesOfAllKinds() throws Exception {
    List<Path> archives = files("warc", ".*\\.(w?arc(\\.gz)?|wacz)");
    assertThat(compared(archives, DATA.resolve("warc").toString())).isGreaterThan(100);
  }

  @Test
  void answersOfAWebArchive() throws Exception {
    List<byte[]> records = new ArrayList<>();
    for (Path recording : files("wayback", ".*\\.yaml")) {
      records.addAll(RecordedAnswers.of(recording));
    }
    Path archive = Files.write(folder.resolve("answers.warc"), join(records));
    assertThat(compared(List.of(archive), archive.toString())).isGreaterThan(3);
  }
}
