package stet.spark;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import stet.rows.FigureCsv;
import stet.stats.GroupFigures;
import stet.stats.Grouping;
import stet.stats.Observed;
import stet.timeline.Timeline;

/** The figures of each outlet, as {@code stet stats --by outlet} reckons them. */
final class StatisticsStage {
  private static final StructType SCHEMA =
      new StructType()
          .add("outlet", DataTypes.StringType, false)
          .add("figures", DataTypes.StringType, false);

  private StatisticsStage() {}

  /**
   * The figures of all outlets.
   *
   * @param articles columns {@code outlet}, {@code uri} and {@code timeline}
   * @return the outlet, and its figures as a table with commas (RFC 4180) with a line of names
   */
  static Dataset<Row> figures(Dataset<Row> articles) {
    return articles
        .repartition(col("outlet"))
        .sortWithinPartitions("outlet", "uri")
        .mapPartitions((MapPartitionsFunction<Row, Row>) Outlets::new, Encoders.row(SCHEMA));
  }

  /** One outlet after the other; a line for each of its articles is in memory. */
  private static final class Outlets implements Iterator<Row> {
    private final Iterator<Row> articles;
    private @Nullable Row next;

    Outlets(Iterator<Row> articles) {
      this.articles = articles;
      this.next = articles.hasNext() ? articles.next() : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Row next() {
      Row row = next;
      if (row == null) {
        throw new NoSuchElementException();
      }
      String outlet = row.getAs("outlet");
      List<Observed> observed = new ArrayList<>();
      while (row != null && row.<String>getAs("outlet").equals(outlet)) {
        byte[] bytes = row.getAs("timeline");
        Observed.of(RecordCodec.read(bytes, Timeline.class)).ifPresent(observed::add);
        row = articles.hasNext() ? articles.next() : null;
      }
      next = row;
      return RowFactory.create(outlet, FigureCsv.of(GroupFigures.of(observed, Grouping.OUTLET)));
    }
  }
}
