package stet.spark;

import static org.apache.spark.sql.functions.col;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import stet.rows.Column;
import stet.rows.ColumnType;
import stet.rows.DataTable;
import stet.rows.TimelineRows;
import stet.timeline.Timeline;

/** Timelines as the tables that {@code stet export} writes, beside outlet and month. */
final class TableStage {
  /** Of an outlet where it is a column of the table, too, the folder has another name. */
  static final String OUTLET = "outlet_partition";

  static final String MONTH = "month";

  private static final DateTimeFormatter MONTHS =
      DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The month of what states no time. */
  private static final String NEVER = "none";

  private TableStage() {}

  /**
   * One table of articles.
   *
   * @param articles column {@code timeline}
   * @return the table's columns, and the two by which it is parted
   */
  static Dataset<Row> rows(Dataset<Row> articles, DataTable table) {
    return articles.flatMap(
        (FlatMapFunction<Row, Row>) row -> rows(row, table), Encoders.row(schema(table)));
  }

  private static StructType schema(DataTable table) {
    StructType schema = new StructType();
    for (Column column : table.columns()) {
      schema = schema.add(column.name(), type(column.type()), true);
    }
    return schema.add(OUTLET, DataTypes.StringType, false).add(MONTH, DataTypes.StringType, false);
  }

  private static DataType type(ColumnType type) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case INTEGER -> DataTypes.LongType;
      case NUMBER -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case TIME -> DataTypes.TimestampType;
      case LIST -> DataTypes.createArrayType(DataTypes.StringType, false);
    };
  }

  /** So many versions or revisions become rows at a time, since an article may have any number. */
  private static final int AT_ONCE = 64;

  private static Iterator<Row> rows(Row row, DataTable table) {
    Timeline timeline = RecordCodec.read(row.<byte[]>getAs("timeline"), Timeline.class);
    return pieces(timeline, table).flatMap(piece -> rows(timeline, piece, table)).iterator();
  }

  private static Stream<Row> rows(Timeline timeline, Timeline piece, DataTable table) {
    List<Row> rows = new ArrayList<>();
    TimelineRows.write(
        piece, Set.of(table), (of, values) -> rows.add(row(timeline, table, values)));
    return rows.stream();
  }

  /** Timelines whose rows are, one after the other, those of this one. */
  private static Stream<Timeline> pieces(Timeline t, DataTable table) {
    if (table == DataTable.ARTICLES) {
      return Stream.of(t);
    } else if (table == DataTable.VERSIONS) {
      return cut(t.versions())
          .map(v -> new Timeline(t.article(), v, List.of(), t.captures(), List.of()));
    }
    return cut(t.revisions()).map(r -> t.with(List.copyOf(r)));
  }

  private static <T> Stream<List<T>> cut(List<T> all) {
    return IntStream.range(0, (all.size() + AT_ONCE - 1) / AT_ONCE)
        .mapToObj(i -> all.subList(i * AT_ONCE, Math.min(all.size(), (i + 1) * AT_ONCE)));
  }

  private static Row row(Timeline timeline, DataTable table, List<@Nullable Object> values) {
    Object[] cells = new Object[values.size() + 2];
    for (int i = 0; i < values.size(); i++) {
      cells[i] = cell(values.get(i));
    }
    cells[values.size()] = timeline.article().outlet();
    cells[values.size() + 1] = month(timeline, table, values);
    return RowFactory.create(cells);
  }

  /** As Spark takes it. */
  private static @Nullable Object cell(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.toArray(String[]::new);
    }
    return value instanceof Instant at ? Timestamp.from(at) : value;
  }

  /** Of a version when it was first seen; of an edit, and its words, when it was. */
  private static String month(Timeline timeline, DataTable table, List<@Nullable Object> values) {
    Instant at = null;
    if (table == DataTable.ARTICLES) {
      at = timeline.versions().isEmpty() ? null : timeline.versions().get(0).first().at();
    } else {
      int version = Math.toIntExact((Long) version(table, values));
      at = timeline.versions().get(version - 1).first().at();
    }
    return at == null ? NEVER : MONTHS.format(at);
  }

  private static Object version(DataTable table, List<@Nullable Object> values) {
    String name = table == DataTable.VERSIONS ? "version" : "version_after";
    int at = table.columns().stream().map(Column::name).toList().indexOf(name);
    return Objects.requireNonNull(values.get(at));
  }

  /** Writes a table, parted by outlet and month, each part in the order of its articles. */
  static void write(Dataset<Row> rows, DataTable table, String folder) {
    List<org.apache.spark.sql.Column> order = new ArrayList<>();
    for (String name : List.of("article", "version", "version_after")) {
      if (table.columns().stream().anyMatch(c -> c.name().equals(name))) {
        order.add(col(name));
      }
    }
    order.add(0, col(MONTH));
    order.add(0, col(OUTLET));
    rows.repartition(col(OUTLET), col(MONTH))
        .sortWithinPartitions(order.toArray(org.apache.spark.sql.Column[]::new))
        .write()
        .partitionBy(OUTLET, MONTH)
        .mode("overwrite")
        .parquet(folder);
  }
}
