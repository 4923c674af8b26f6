package stet.spark;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the jar that is handed to {@code spark-submit}. */
@Command(
    name = "stet-spark",
    description = "Versions, revisions and labels of whole web archives, on Apache Spark.",
    mixinStandardHelpOptions = true,
    subcommands = Main.Revisions.class)
public final class Main {
  private Main() {}

  /** Runs a command; a failure ends the program with code 1, wrong use with 2. */
  public static void main(String[] args) {
    int code = new CommandLine(new Main()).execute(args.length == 0 ? new String[] {"-h"} : args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Reads web archives and writes tables. */
  @Command(
      name = "revisions",
      description = "Reads web archives and writes the tables of 'stet export' as Parquet.",
      mixinStandardHelpOptions = true)
  static final class Revisions implements Callable<Integer> {
    @Option(
        names = "--input",
        required = true,
        arity = "1..*",
        paramLabel = "PATH",
        description =
            "WARC, ARC or WACZ files, folders of them, or patterns, such as s3a://bucket/*.warc.gz")
    private List<String> inputs = List.of();

    @Option(
        names = "--output",
        required = true,
        paramLabel = "FOLDER",
        description = "an empty or new folder; one in which this job was broken off goes on")
    private String output = "";

    @Option(
        names = "--max-size",
        defaultValue = "16777216",
        paramLabel = "BYTES",
        description = "the largest page taken (default: ${DEFAULT-VALUE})")
    private long maxSize;

    @Option(
        names = "--files-at-once",
        defaultValue = "512",
        paramLabel = "N",
        description = "keep what was read after so many files (default: ${DEFAULT-VALUE})")
    private int filesAtOnce;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
      if (maxSize < 1 || filesAtOnce < 1) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "--max-size and --files-at-once must be 1 or more");
      }
      SparkSession spark =
          SparkSession.builder()
              .appName("stet")
              .config("spark.sql.session.timeZone", "UTC")
              .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
              .getOrCreate();
      try {
        JobOptions options = new JobOptions(inputs, output, maxSize, filesAtOnce);
        RevisionsJob job = new RevisionsJob(spark, options, this::tell);
        tell(job.run());
        return 0;
      } catch (RevisionsJob.JobException e) {
        tell(String.valueOf(e.getMessage()));
        return 1;
      } finally {
        spark.stop();
      }
    }

    private void tell(String line) {
      spec.commandLine().getErr().println("stet-spark: " + line);
      spec.commandLine().getErr().flush();
    }
  }
}
