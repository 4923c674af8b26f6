package stet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import stet.article.ArticleDigest;
import stet.article.Block;
import stet.story.OutletFurniture;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/** Marks what outlets' articles teach of each other: {@link OutletFurniture} over all of them. */
final class FurnitureStage {
  /** A block that came or went with an edit, and one by which a copy of the story is told. */
  private static final StructType ASKED =
      new StructType()
          .add("uri", DataTypes.StringType, false)
          .add("outlet", DataTypes.StringType, false)
          .add("digest", DataTypes.StringType, false)
          .add("probe", DataTypes.StringType);

  private static final StructType MARKED =
      new StructType()
          .add("outlet", DataTypes.StringType, false)
          .add("uri", DataTypes.StringType, false)
          .add("timeline", DataTypes.BinaryType, false);

  private FurnitureStage() {}

  /**
   * The articles with their marks.
   *
   * @param articles rows of {@link StoryStage#SCHEMA}
   * @return columns {@code outlet}, {@code uri} and {@code timeline}
   */
  static Dataset<Row> marked(Dataset<Row> articles) {
    Dataset<Row> asked =
        articles
            .flatMap((FlatMapFunction<Row, Row>) FurnitureStage::asked, Encoders.row(ASKED))
            .distinct()
            .localCheckpoint();
    Dataset<Row> shown =
        articles.select(col("outlet"), col("uri"), explode(col("blocks")).as("digest"));
    Dataset<Row> others = others(asked, shown);
    Dataset<Row> held = held(asked, others, shown);
    Dataset<Row> neighbours =
        others
            .select("uri", "digest", "other")
            .groupBy("uri")
            .agg(sort_array(collect_list(struct("other", "digest"))).as("others"))
            .join(
                held.groupBy("uri")
                    .agg(sort_array(collect_list(struct("other", "digest"))).as("held")),
                new String[] {"uri"},
                "left");
    return articles
        .join(neighbours, new String[] {"uri"}, "left")
        .map((MapFunction<Row, Row>) FurnitureStage::mark, Encoders.row(MARKED));
  }

  private static Iterator<Row> asked(Row row) {
    Timeline timeline = RecordCodec.read(row.<byte[]>getAs("timeline"), Timeline.class);
    List<Row> asked = new ArrayList<>();
    if (timeline.revisions().stream().anyMatch(OutletFurniture::candidate)) {
      for (Entry.Revised revised : timeline.revisions()) {
        if (OutletFurniture.learns(revised)) {
          OutletFurniture.changed(timeline, revised).forEach(b -> ask(asked, timeline, b));
        }
      }
    }
    return asked.iterator();
  }

  private static void ask(List<Row> asked, Timeline timeline, Block block) {
    String uri = timeline.article().uri();
    String outlet = timeline.article().outlet();
    String digest = ArticleDigest.of(block);
    asked.add(RowFactory.create(uri, outlet, digest, null));
    for (Block probe : OutletFurniture.probes(timeline, block)) {
      asked.add(RowFactory.create(uri, outlet, digest, ArticleDigest.of(probe)));
    }
  }

  /** For each block that is asked about the first articles of the outlet that show it. */
  private static Dataset<Row> others(Dataset<Row> asked, Dataset<Row> shown) {
    Dataset<Row> wanted = asked.select("outlet", "digest").distinct();
    Dataset<Row> first =
        shown
            .join(wanted, new String[] {"outlet", "digest"}, "left_semi")
            .withColumn(
                "rank", row_number().over(Window.partitionBy("outlet", "digest").orderBy("uri")))
            // One more, for the article itself may be among them.
            .where(col("rank").leq(OutletFurniture.LOOKED_AT + 1))
            .select(col("outlet"), col("digest"), col("uri").as("other"));
    return asked
        .select("uri", "outlet", "digest")
        .distinct()
        .join(first, new String[] {"outlet", "digest"})
        .where(col("uri").notEqual(col("other")));
  }

  /** Which of those show the blocks by which a copy is told. */
  private static Dataset<Row> held(Dataset<Row> asked, Dataset<Row> others, Dataset<Row> shown) {
    Dataset<Row> pairs =
        asked
            .where(col("probe").isNotNull())
            .join(others.select("uri", "digest", "other"), new String[] {"uri", "digest"})
            .select(col("uri"), col("other"), col("probe").as("digest"))
            .distinct();
    Dataset<Row> holders = shown.select(col("uri").as("other"), col("digest"));
    return pairs.join(holders, new String[] {"other", "digest"}, "left_semi");
  }

  private static Row mark(Row row) {
    byte[] bytes = row.getAs("timeline");
    if (row.isNullAt(row.fieldIndex("others"))) {
      return RowFactory.create(row.getAs("outlet"), row.getAs("uri"), bytes);
    }
    Neighbours neighbours = new Neighbours();
    for (Row other : row.<Row>getList(row.fieldIndex("others"))) {
      neighbours.show(other.getAs("digest"), other.getAs("other"));
    }
    if (!row.isNullAt(row.fieldIndex("held"))) {
      for (Row held : row.<Row>getList(row.fieldIndex("held"))) {
        neighbours.hold(held.getAs("digest"), held.getAs("other"));
      }
    }
    Timeline timeline = RecordCodec.read(bytes, Timeline.class);
    Timeline marked = new OutletFurniture(neighbours).learned(timeline);
    return RowFactory.create(row.getAs("outlet"), row.getAs("uri"), RecordCodec.write(marked));
  }
}
