package stet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  private static final StructType EDGES =
      new StructType().add("a", DataTypes.StringType).add("b", DataTypes.StringType);

  /** Groves of random edges, a long chain, a star, and a node that leads to itself. */
  private static List<String[]> edges() {
    Random random = new Random(7);
    List<String[]> edges = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      edges.add(new String[] {"r" + random.nextInt(35), "r" + random.nextInt(35)});
    }
    for (int i = 0; i < 9; i++) {
      edges.add(new String[] {"chain" + i, "chain" + (i + 1)});
      edges.add(new String[] {"star" + i, "hub"});
    }
    edges.add(new String[] {"alone", "alone"});
    return edges;
  }

  private static String root(Map<String, String> parents, String node) {
    String at = node;
    while (!parents.getOrDefault(at, at).equals(at)) {
      at = parents.get(at);
    }
    return at;
  }

  @Test
  void areThoseOfAUnionFind() {
    SparkSession spark = Session.open();
    Map<String, String> parents = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (String[] edge : edges()) {
      rows.add(RowFactory.create(edge[0], edge[1]));
      String a = root(parents, edge[0]);
      String b = root(parents, edge[1]);
      parents.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
    }
    Map<String, String> found = new HashMap<>();
    for (Row row : Components.of(spark.createDataFrame(rows, EDGES)).collectAsList()) {
      assertThat(found.put(row.getString(0), row.getString(1))).isNull();
    }
    for (String[] edge : edges()) {
      for (String node : edge) {
        assertThat(found.getOrDefault(node, node)).isEqualTo(root(parents, node));
      }
    }
  }
}
