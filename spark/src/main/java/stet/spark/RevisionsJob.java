package stet.spark;

import static org.apache.spark.sql.functions.col;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import stet.capture.Digest;
import stet.rows.DataTable;
import stet.story.Engine;

/**
 * From web archives to tables. What a stage found lies in {@code _work} below the output until all
 * is done: a job that is started again goes on after the last whole stage.
 */
final class RevisionsJob {
  private static final String DONE = "_SUCCESS";

  /** In which form stages are kept; no build goes on with those of another. */
  private static final String STAGES = " stages 2 ";

  private final SparkSession spark;
  private final Path output;
  private final Path work;
  private final FileSystem system;
  private final JobOptions options;
  private final Consumer<String> progress;

  /**
   * @param progress gets a line for each stage
   */
  RevisionsJob(SparkSession spark, JobOptions options, Consumer<String> progress)
      throws IOException {
    this.spark = spark;
    this.options = options;
    this.progress = progress;
    this.output = new Path(options.output());
    this.work = new Path(output, "_work");
    this.system = output.getFileSystem(hadoop());
  }

  private Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }

  /** A problem of the input or the output that the person who asked can mend. */
  static final class JobException extends Exception {
    JobException(String message) {
      super(message);
    }
  }

  /**
   * Runs what is still to be done.
   *
   * @return a line that says what was found
   * @throws JobException when there is nothing to read, or the output is another job's
   */
  String run() throws IOException, JobException {
    if (system.exists(new Path(output, DONE))) {
      return "is complete already: " + output;
    }
    List<String> files = files();
    claim(files);
    Dataset<Row> read = captures(files);
    Dataset<Row> found = RevisitStage.others(read);
    Dataset<Row> problems = found.where(col("problem").isNotNull()).select("file", "problem");
    if (RevisitStage.isNeeded(read)) {
      Dataset<Row> revisits = stage("revisits", () -> revisits(read));
      found = found.union(revisits);
      problems = problems.union(RevisitStage.problems(revisits));
    }
    Dataset<Row> shots = found.where(col("shot").isNotNull());
    Dataset<Row> articles = stage("articles", () -> StoryStage.articles(shots));
    Dataset<Row> marked = stage("marked", () -> FurnitureStage.marked(articles));
    for (DataTable table : DataTable.values()) {
      table(table, marked);
    }
    statistics(marked);
    write(problems, "errors");
    String summary =
        String.format(
            Locale.ROOT,
            "%,d captures, %,d articles, %,d problems in %,d files",
            shots.count(),
            marked.count(),
            problems.count(),
            files.size());
    system.delete(work, true);
    system.create(new Path(output, DONE), true).close();
    return summary;
  }

  private List<String> files() throws IOException, JobException {
    TreeSet<String> files = new TreeSet<>();
    for (String input : options.inputs()) {
      Path path = new Path(input);
      FileStatus[] found = path.getFileSystem(hadoop()).globStatus(path);
      if (found == null || found.length == 0) {
        throw new JobException("nothing matches '" + input + "'");
      }
      for (FileStatus status : found) {
        add(status, files);
      }
    }
    if (files.isEmpty()) {
      throw new JobException("no files in " + String.join(", ", options.inputs()));
    }
    return List.copyOf(files);
  }

  /** A folder stands for the archives in it that are not hidden. */
  private void add(FileStatus status, TreeSet<String> files) throws IOException {
    if (!status.isDirectory()) {
      files.add(status.getPath().toString());
      return;
    }
    RemoteIterator<LocatedFileStatus> all =
        status.getPath().getFileSystem(hadoop()).listFiles(status.getPath(), true);
    String folder = status.getPath().toString();
    while (all.hasNext()) {
      String name = all.next().getPath().toString();
      boolean hidden = name.substring(folder.length()).contains("/.");
      if (!hidden && ArchiveReading.isArchive(name)) {
        files.add(name);
      }
    }
  }

  /** Marks the output as this job's, so that nobody goes on with stages of other input. */
  private void claim(List<String> files) throws IOException, JobException {
    Engine engine = Engine.standard();
    String job =
        Digest.of(
                String.join("\n", files)
                    + "\n"
                    + options.maxSize()
                    + STAGES
                    + engine.extractor().version()
                    + engine.differ().version())
            .hex();
    Path mark = new Path(work, "job");
    if (system.exists(mark)) {
      if (!read(mark).equals(job)) {
        throw new JobException(
            output + " holds the beginning of another job; remove it, or name another output");
      }
      return;
    } else if (system.exists(output) && system.listStatus(output).length > 0) {
      throw new JobException(output + " is not empty; name another output");
    }
    try (FSDataOutputStream out = system.create(mark, false)) {
      out.write(job.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private String read(Path file) throws IOException {
    try (FSDataInputStream in = system.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private Dataset<Row> stage(String name, Supplier<Dataset<Row>> made) throws IOException {
    Path folder = new Path(work, name);
    if (!system.exists(new Path(folder, DONE))) {
      progress.accept(name);
      made.get().write().mode("overwrite").parquet(folder.toString());
    }
    return spark.read().parquet(folder.toString());
  }

  /** So many files at a time, so that a job that was broken off need not read all of them again. */
  private Dataset<Row> captures(List<String> files) {
    List<Path> parts = new ArrayList<>();
    for (int from = 0; from < files.size(); from += options.filesAtOnce()) {
      List<String> some = files.subList(from, Math.min(files.size(), from + options.filesAtOnce()));
      Path part = new Path(work, String.format(Locale.ROOT, "read/%06d", from));
      parts.add(part);
      if (!isDone(part)) {
        progress.accept("files " + (from + 1) + " to " + (from + some.size()));
        reading(some).write().mode("overwrite").parquet(part.toString());
      }
    }
    return spark.read().parquet(parts.stream().map(Path::toString).toArray(String[]::new));
  }

  private boolean isDone(Path folder) {
    try {
      system.getFileStatus(new Path(folder, DONE));
      return true;
    } catch (FileNotFoundException e) {
      return false;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  private Broadcast<SerializableConfiguration> settings() {
    return context().broadcast(new SerializableConfiguration(hadoop()));
  }

  private Dataset<Row> revisits(Dataset<Row> read) {
    return RevisitStage.resolved(read, settings(), options.maxSize());
  }

  private Dataset<Row> reading(List<String> files) {
    Broadcast<SerializableConfiguration> hadoop = settings();
    long maxSize = options.maxSize();
    return spark.createDataFrame(
        context()
            .parallelize(files, files.size())
            .flatMap(
                (FlatMapFunction<String, Row>)
                    file -> new ArchiveReading(hadoop.value().value(), maxSize).rows(file)),
        ArchiveReading.SCHEMA);
  }

  private void table(DataTable table, Dataset<Row> marked) throws IOException {
    Path folder = new Path(output, table.id());
    if (!isDone(folder)) {
      progress.accept(table.id());
      TableStage.write(TableStage.rows(marked, table), table, folder.toString());
    }
    if (system.listStatus(folder).length == 1) {
      // Parts of nothing are no files, and whoever reads the table would not know its columns.
      TableStage.rows(marked, table).limit(0).write().mode("overwrite").parquet(folder.toString());
    }
  }

  private void statistics(Dataset<Row> marked) {
    write(StatisticsStage.figures(marked), "statistics");
  }

  private void write(Dataset<Row> rows, String name) {
    Path folder = new Path(output, name);
    if (!isDone(folder)) {
      progress.accept(name);
      rows.coalesce(1).write().mode("overwrite").parquet(folder.toString());
    }
  }
}
