package stet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Connected components by large and small stars (Kiveris and others, <i>Connected Components in
 * MapReduce and Beyond</i>, 2014): the number of rounds grows with the logarithm of the longest
 * chain.
 */
final class Components {
  private static final int MOST_ROUNDS = 50;

  private Components() {}

  /**
   * Every node of a set of edges beside the least node that it is connected with; nodes that stand
   * for themselves are left out.
   *
   * @param edges columns {@code a} and {@code b}, names of nodes
   * @return columns {@code node} and {@code root}
   */
  static Dataset<Row> of(Dataset<Row> edges) {
    Dataset<Row> stars = edges.where(col("a").notEqual(col("b"))).distinct().localCheckpoint();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Dataset<Row> next = small(large(stars)).localCheckpoint();
      boolean same = next.except(stars).isEmpty() && stars.except(next).isEmpty();
      stars.unpersist();
      stars = next;
      if (same) {
        break;
      }
    }
    return stars.select(col("a").as("node"), col("b").as("root"));
  }

  private static Dataset<Row> both(Dataset<Row> edges) {
    return edges.union(edges.select(col("b").as("a"), col("a").as("b"))).distinct();
  }

  /** Hangs every larger neighbour of a node under the least of its neighbours and itself. */
  private static Dataset<Row> large(Dataset<Row> edges) {
    Dataset<Row> all = both(edges);
    Dataset<Row> least = all.groupBy("a").agg(min("b").as("m"));
    return all.where(col("b").gt(col("a")))
        .join(least, "a")
        .select(col("b").as("a"), least(col("a"), col("m")).as("b"))
        .where(col("a").notEqual(col("b")))
        .distinct();
  }

  /** Hangs a node and its smaller neighbours under the least of them. */
  private static Dataset<Row> small(Dataset<Row> edges) {
    Dataset<Row> least = edges.groupBy("a").agg(min("b").as("m"));
    return edges
        .join(least, "a")
        .select(col("b").as("a"), col("m").as("b"))
        .where(col("a").notEqual(col("b")))
        .union(least.select(col("a"), col("m").as("b")))
        .distinct();
  }
}
