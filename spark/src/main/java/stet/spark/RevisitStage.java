package stet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import stet.ingest.RecordNames;
import stet.ingest.WebArchives;

/**
 * Finds the bytes that revisit records refer to, in whichever file they are, as one import of all
 * files finds them: files in the order of their addresses; the first record of a name counts; a
 * record whose bytes come only after it is taken in when all others were.
 */
final class RevisitStage {
  /** Whether a capture is taken in after all others. */
  static final String LATE = "late";

  private static final StructType SCHEMA = ArchiveReading.SCHEMA.add(LATE, DataTypes.BooleanType);

  /** A revisit beside the record that has its bytes; without one where there is none. */
  private static final StructType CHOSEN =
      new StructType()
          .add("file", DataTypes.StringType, false)
          .add("place", DataTypes.LongType, false)
          .add("revisit", DataTypes.BinaryType, false)
          .add(LATE, DataTypes.BooleanType, false)
          .add("origin", DataTypes.StringType)
          .add("origin_place", DataTypes.LongType)
          .add("spot", DataTypes.BinaryType);

  private RevisitStage() {}

  /** The rows that are no revisits, in the form that {@link #resolved} gives those that are. */
  static Dataset<Row> others(Dataset<Row> read) {
    return read.where(col("revisit").isNull()).withColumn(LATE, lit(false));
  }

  /** Whether there is anything to find. */
  static boolean isNeeded(Dataset<Row> read) {
    return !read.where(col("revisit").isNotNull()).isEmpty();
  }

  /**
   * The captures of revisit records; without a {@code shot} those that refer to nothing.
   *
   * @param read rows of {@link ArchiveReading#SCHEMA}, all of them
   * @param maxSize the largest page taken, in bytes
   */
  static Dataset<Row> resolved(
      Dataset<Row> read, Broadcast<SerializableConfiguration> hadoop, long maxSize) {
    return chosen(read)
        .repartition(col("origin"))
        .sortWithinPartitions("origin", "origin_place", "file", "place")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> new Originals(rows, hadoop.value().value(), maxSize),
            Encoders.row(SCHEMA));
  }

  static Row row(Row revisit, @Nullable Shot shot) {
    Row row = ArchiveReading.row(revisit.getAs("file"), revisit.getAs("place"), null, shot);
    Object[] cells = new Object[row.length() + 1];
    for (int i = 0; i < row.length(); i++) {
      cells[i] = row.get(i);
    }
    cells[row.length()] = revisit.getAs(LATE);
    return RowFactory.create(cells);
  }

  /**
   * A problem for each file in which some refer to nothing.
   *
   * @param resolved what {@link #resolved} gives
   * @return columns {@code file} and {@code problem}
   */
  static Dataset<Row> problems(Dataset<Row> resolved) {
    UserDefinedFunction why =
        functions.udf((UDF1<Long, String>) WebArchives::unresolved, DataTypes.StringType);
    return resolved
        .where(col("shot").isNull())
        .groupBy("file")
        .agg(count(lit(1)).as("records"))
        .select(col("file"), why.apply(col("records")).as("problem"));
  }

  /** Beside each revisit the record that an import would take its bytes from. */
  private static Dataset<Row> chosen(Dataset<Row> read) {
    Dataset<Row> revisits =
        read.where(col("revisit").isNotNull())
            .select("file", "place", "revisit", "digest", "named");
    Dataset<Row> wanted =
        revisits
            .select(col("digest").as("name"))
            .union(revisits.select(col("named")))
            .where(col("name").isNotNull())
            .distinct();
    Dataset<Row> held = read.where(col("spot").isNotNull());
    Dataset<Row> first =
        held.select(col("digest").as("name"), spot())
            .union(held.select(col("named"), spot()))
            .join(wanted, new String[] {"name"}, "left_semi")
            .groupBy("name")
            .agg(min("held").as("held"));
    return revisits
        .join(first.toDF("digest", "same"), new String[] {"digest"}, "left")
        .join(first.toDF("named", "then"), new String[] {"named"}, "left")
        .map((MapFunction<Row, Row>) RevisitStage::choose, Encoders.row(CHOSEN));
  }

  private static org.apache.spark.sql.Column spot() {
    return struct("file", "place", "spot", "digest", "named").as("held");
  }

  /** What is here already when the revisit is read counts for more than what comes later. */
  private static Row choose(Row row) {
    Row same = row.getAs("same");
    Row then = row.getAs("then");
    if (then != null && !names(then).answer(names(row))) {
      then = null;
    }
    Row chosen = isBefore(same, row) ? same : isBefore(then, row) ? then : null;
    boolean late = chosen == null;
    if (late) {
      chosen = same == null ? then : same;
    }
    return RowFactory.create(
        row.getAs("file"),
        row.getAs("place"),
        row.getAs("revisit"),
        late,
        chosen == null ? null : chosen.getAs("file"),
        chosen == null ? null : chosen.getAs("place"),
        chosen == null ? null : chosen.getAs("spot"));
  }

  private static RecordNames names(Row row) {
    return new RecordNames(text(row, "digest"), text(row, "named"));
  }

  private static String text(Row row, String column) {
    String text = row.getAs(column);
    return text == null ? "" : text;
  }

  private static boolean isBefore(@Nullable Row held, Row revisit) {
    if (held == null) {
      return false;
    }
    int order = held.<String>getAs("file").compareTo(revisit.getAs("file"));
    return order < 0 || order == 0 && held.<Long>getAs("place") < revisit.<Long>getAs("place");
  }
}
