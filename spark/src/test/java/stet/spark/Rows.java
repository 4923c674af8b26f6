package stet.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import stet.rows.Column;
import stet.rows.ColumnType;
import stet.rows.DataTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of exported tables, each as one text, in whatever form they were written. */
final class Rows {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Rows() {}

  /** Those that {@code stet export --format jsonl} wrote into a folder, sorted. */
  static List<String> ofLines(Path folder, DataTable table) throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(table.id() + ".jsonl"))) {
      JsonNode row = JSON.readTree(line);
      StringBuilder text = new StringBuilder();
      for (Column column : table.columns()) {
        text.append(column.name())
            .append('=')
            .append(cell(column, row.get(column.name())))
            .append('\n');
      }
      rows.add(text.toString());
    }
    rows.sort(null);
    return rows;
  }

  /** Parquet has microseconds. */
  private static String cell(Column column, JsonNode value) {
    if (value == null || value.isNull()) {
      return "null";
    } else if (column.type() == ColumnType.TIME) {
      return Instant.parse(value.asString()).truncatedTo(ChronoUnit.MICROS).toString();
    } else if (value.isArray()) {
      List<String> all = new ArrayList<>();
      value.forEach(v -> all.add(v.asString()));
      return all.toString();
    }
    return value.isNumber() && !value.isIntegralNumber()
        ? String.valueOf(value.asDouble())
        : value.asString();
  }

  /** Those that the job wrote, sorted. */
  static List<String> ofJob(SparkSession spark, Path output, DataTable table) {
    return of(spark.read().parquet(output.resolve(table.id()).toString()), table);
  }

  /** How Spark names the types of a table's columns. */
  static StructType schema(DataTable table) {
    StructType schema = new StructType();
    for (Column column : table.columns()) {
      schema =
          schema.add(
              column.name(),
              switch (column.type()) {
                case TEXT -> DataTypes.StringType;
                case INTEGER -> DataTypes.LongType;
                case NUMBER -> DataTypes.DoubleType;
                case BOOLEAN -> DataTypes.BooleanType;
                case TIME -> DataTypes.TimestampType;
                case LIST -> DataTypes.createArrayType(DataTypes.StringType, true);
              });
    }
    return schema;
  }

  /** The rows that Spark read, sorted. */
  static List<String> of(Dataset<Row> read, DataTable table) {
    List<String> rows = new ArrayList<>();
    for (Row row : read.collectAsList()) {
      StringBuilder text = new StringBuilder();
      for (Column column : table.columns()) {
        Object value = row.getAs(column.name());
        text.append(column.name()).append('=').append(cell(value)).append('\n');
      }
      rows.add(text.toString());
    }
    rows.sort(null);
    return rows;
  }

  private static String cell(Object value) {
    if (value instanceof Timestamp at) {
      return at.toInstant().toString();
    } else if (value instanceof scala.collection.Iterable<?> list) {
      Collection<?> all = scala.jdk.javaapi.CollectionConverters.asJavaCollection(list);
      return all.toString();
    }
    return String.valueOf(value);
  }
}
