package stet.spark;

import org.apache.spark.sql.SparkSession;

/** One session for all tests, since a start takes seconds. */
final class Session {
  private Session() {}

  static SparkSession open() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("tests")
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "ERROR")
        // Code is made for each query, which takes longer than so few rows do.
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }
}
