package stet.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import stet.rows.DataTable;

/** Prints how a job's tables differ from those of the application; run by bench/spark. */
public final class Differences {
  private Differences() {}

  /** Takes the folder of JSON lines and that of the job. */
  public static void main(String[] args) throws Exception {
    SparkSession spark =
        SparkSession.builder().config("spark.sql.session.timeZone", "UTC").getOrCreate();
    int different = 0;
    for (DataTable table : DataTable.values()) {
      List<String> ours = Rows.ofLines(Path.of(args[0]), table);
      List<String> theirs = Rows.ofJob(spark, Path.of(args[1]), table);
      List<String> missing = less(ours, theirs);
      List<String> more = less(theirs, ours);
      different += missing.size() + more.size();
      System.out.printf(
          "%s: %d rows of the application, %d of the job, %d missing, %d more%n",
          table.id(), ours.size(), theirs.size(), missing.size(), more.size());
      missing.stream().limit(5).forEach(r -> System.out.println("- " + r.replace("\n", " | ")));
      more.stream().limit(5).forEach(r -> System.out.println("+ " + r.replace("\n", " | ")));
    }
    System.out.println(different + " differences");
    spark.stop();
  }

  /** What the first has and the second has not, as often as that is so; both are sorted. */
  private static List<String> less(List<String> all, List<String> others) {
    List<String> left = new ArrayList<>();
    int at = 0;
    for (String one : all) {
      while (at < others.size() && others.get(at).compareTo(one) < 0) {
        at++;
      }
      if (at < others.size() && others.get(at).equals(one)) {
        at++;
      } else {
        left.add(one);
      }
    }
    return left;
  }
}
