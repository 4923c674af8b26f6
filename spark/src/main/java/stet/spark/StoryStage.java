package stet.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleDigest;
import stet.story.Engine;
import stet.story.MemoryStates;
import stet.story.Stories;
import stet.story.TwinAddresses;

/** Groups captures by what may be one story, and derives the timelines of each group. */
final class StoryStage {
  /** An article; its timeline without marks, and the digests of all blocks that it ever showed. */
  static final StructType SCHEMA =
      new StructType()
          .add("uri", DataTypes.StringType, false)
          .add("outlet", DataTypes.StringType, false)
          .add("timeline", DataTypes.BinaryType, false)
          .add("blocks", DataTypes.createArrayType(DataTypes.StringType, false), false);

  /** Spark may call it for rows that a condition leaves out. */
  private static final UDF1<String, @Nullable String> NODE =
      uri -> uri == null ? null : TwinAddresses.key(uri);

  private StoryStage() {}

  /**
   * The articles of captures.
   *
   * @param shots captures, rows of {@link ArchiveReading#SCHEMA} and whether each is {@code late}
   * @return rows of {@link #SCHEMA}
   */
  static Dataset<Row> articles(Dataset<Row> shots) {
    Dataset<Row> roots = Components.of(edges(shots));
    Dataset<Row> grouped =
        shots
            .select("late", "file", "place", "node", "shot")
            .join(roots, new String[] {"node"}, "left")
            .select(
                coalesce(col("root"), col("node")).as("story"),
                col("late"),
                col("file"),
                col("place"),
                col("shot"));
    return grouped
        .repartition(col("story"))
        .sortWithinPartitions("story", "late", "file", "place")
        .mapPartitions((MapPartitionsFunction<Row, Row>) StoryIterator::new, Encoders.row(SCHEMA));
  }

  /** A capture's claims belong where its address is, even where they are about another one. */
  private static Dataset<Row> edges(Dataset<Row> shots) {
    Dataset<Row> claims = shots.where(col("claim_from").isNotNull());
    Dataset<Row> hints =
        shots.join(TextLinks.confirmed(shots), new String[] {"hint_from", "hint_to"}, "left_semi");
    UserDefinedFunction key = functions.udf(NODE, DataTypes.StringType);
    return claims
        .select(col("node").as("a"), col("claim_from").as("b"))
        .union(claims.select(col("claim_from"), col("claim_to")))
        .union(hints.select(col("node"), key.apply(col("hint_from"))))
        .union(hints.select(key.apply(col("hint_from")), key.apply(col("hint_to"))));
  }

  /** One story after the other, so that no more than one is in memory. */
  private static final class StoryIterator implements Iterator<Row> {
    private final Iterator<Row> shots;
    private final Engine engine = Engine.standard();
    private final Deque<Row> articles = new ArrayDeque<>();
    private @Nullable Row next;

    StoryIterator(Iterator<Row> shots) {
      this.shots = shots;
      this.next = shots.hasNext() ? shots.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (articles.isEmpty() && next != null) {
        derive(next);
      }
      return !articles.isEmpty();
    }

    private void derive(Row first) {
      String story = first.getAs("story");
      Stories stories = new Stories(engine, new MemoryStates());
      Row row = first;
      while (row != null && row.<String>getAs("story").equals(story)) {
        Shot shot = RecordCodec.read(row.<byte[]>getAs("shot"), Shot.class);
        stories.add(shot.seen(), shot.told());
        row = shots.hasNext() ? shots.next() : null;
      }
      next = row;
      stories.each(s -> articles.add(row(s)));
    }

    private static Row row(Stories.Story story) {
      return RowFactory.create(
          story.timeline().article().uri(),
          story.timeline().article().outlet(),
          RecordCodec.write(story.timeline()),
          story.blocks().stream().map(ArticleDigest::of).toArray(String[]::new));
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return articles.remove();
    }
  }
}
