package stet.spark;

import static org.apache.spark.sql.functions.col;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import stet.article.ArticleDigest;
import stet.article.ArticleVersion;
import stet.story.Reading;
import stet.story.SameText;

/**
 * Links that only text can confirm: of those that nearly equal text may confirm, whatever is known
 * of other links. What is left out can join nothing; without that, a page to which half a site
 * leads would be one heap with it.
 */
final class TextLinks {
  private static final StructType TEXTS =
      new StructType()
          .add("uri", DataTypes.StringType, false)
          .add("digest", DataTypes.StringType, false)
          .add("version", DataTypes.BinaryType, false);

  private TextLinks() {}

  /**
   * The pairs of addresses that may be one story's.
   *
   * @param shots rows of {@link ArchiveReading#SCHEMA} without problems
   * @return columns {@code hint_from} and {@code hint_to}, addresses
   */
  static Dataset<Row> confirmed(Dataset<Row> shots) {
    Dataset<Row> pairs =
        shots.where(col("hint_from").isNotNull()).select("hint_from", "hint_to").distinct();
    Dataset<Row> named =
        pairs.select(col("hint_from").as("uri")).union(pairs.select(col("hint_to"))).distinct();
    Dataset<Row> texts =
        shots
            .where(col("hint_from").isNotNull())
            .union(shots.join(named, shots.col("address").equalTo(named.col("uri")), "left_semi"))
            .flatMap((FlatMapFunction<Row, Row>) TextLinks::texts, Encoders.row(TEXTS))
            .dropDuplicates("uri", "digest");
    Dataset<Row> ones = texts.select(col("uri").as("hint_from"), col("version").as("one"));
    Dataset<Row> others = texts.select(col("uri").as("hint_to"), col("version").as("other"));
    return pairs
        .join(ones, "hint_from")
        .join(others, "hint_to")
        .filter((FilterFunction<Row>) TextLinks::near)
        .select("hint_from", "hint_to")
        .distinct();
  }

  /** A page at the end of a redirect may come to count for the address that was asked. */
  private static Iterator<Row> texts(Row row) {
    Shot shot = RecordCodec.read(row.<byte[]>getAs("shot"), Shot.class);
    if (shot.told().reading() instanceof Reading.Shown shown) {
      return List.of(text(shot.told().address(), shown.version())).iterator();
    } else if (shot.told().reading() instanceof Reading.Landed landed) {
      String from = row.getAs("hint_from");
      String to = row.getAs("hint_to");
      return from == null
          ? List.<Row>of().iterator()
          : List.of(text(from, landed.version()), text(to, landed.version())).iterator();
    }
    return List.<Row>of().iterator();
  }

  private static Row text(String uri, ArticleVersion version) {
    return RowFactory.create(uri, ArticleDigest.full(version), RecordCodec.write(version));
  }

  private static boolean near(Row row) {
    return SameText.near(
        RecordCodec.read(row.<byte[]>getAs("one"), ArticleVersion.class),
        RecordCodec.read(row.<byte[]>getAs("other"), ArticleVersion.class));
  }
}
