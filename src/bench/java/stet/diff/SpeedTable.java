package stet.diff;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs all benchmarks of the differ in one go and holds the figures against their targets. */
public final class SpeedTable {
  private static final List<String> TEN_THOUSAND =
      List.of(
          "diff10k", "shuffle10k", "onepara10k", "onepara-diff10k", "random10k", "random50v10k",
          "repeat10k", "sub50-10k", "real10k");

  /** Milliseconds that JGit's histogram took for 100,000 real words on the study's machine. */
  private static final double STUDY_HISTOGRAM = 108;

  private static final int PAIRS = 231;

  /** By benchmark, parameter and racer, such as {@code texts diff10k STET}. */
  private final Map<String, RunResult> results = new TreeMap<>();

  private SpeedTable() {}

  /** Runs and prints. Needs {@code ../shared/data/diff}. */
  public static void main(String[] args) throws RunnerException {
    SpeedTable table = new SpeedTable();
    table.run(options("DiffBenchmark"));
    table.run(options("ScaleBenchmark"));
    table.run(options("ScaleBenchmark").param("racer", "LINEAR").param("id", "diff10k"));
    table.run(options("BlameBenchmark"));
    table.print();
  }

  private static ChainedOptionsBuilder options(String benchmark) {
    return new OptionsBuilder()
        .include(benchmark)
        .addProfiler(GCProfiler.class)
        .jvmArgsAppend("-Xmx2g");
  }

  private void run(ChainedOptionsBuilder options) throws RunnerException {
    for (RunResult result : new Runner(options.build()).run()) {
      String method = result.getPrimaryResult().getLabel();
      String name = method;
      for (String parameter : List.of("id", "versions", "racer")) {
        String value = result.getParams().getParam(parameter);
        name += value == null ? "" : " " + value;
      }
      results.put(name, result);
    }
  }

  private double time(String name) {
    return results.get(name).getPrimaryResult().getScore();
  }

  /** A figure of the last iteration; JMH adds counters of all iterations up. */
  @SuppressWarnings("rawtypes") // as JMH has them
  private double second(String name, String label) {
    double score = Double.NaN;
    for (IterationResult round :
        results.get(name).getBenchmarkResults().iterator().next().getIterationResults()) {
      for (Map.Entry<String, Result> entry : round.getSecondaryResults().entrySet()) {
        if (entry.getKey().endsWith(label)) {
          score = entry.getValue().getScore();
        }
      }
    }
    return score;
  }

  private void print() {
    String stet = "realPairs STET";
    String histogram = "realPairs HISTOGRAM";
    line("real pairs a second", PAIRS * 1000 / time(stet), "");
    line("  times java-diff-utils Myers", time("realPairs MYERS") / time(stet), ">= 10");
    line("  times JGit histogram", time(histogram) / time(stet), ">= 1.5");
    double p95 = second(stet, "p95");
    double max = second(stet, "max");
    line("95th percentile of a pair, ms", p95 / 1000, "< " + ms(second(histogram, "p95") / 1000));
    line(
        "slowest pair, times histogram's", max / second(histogram, "max"), "<= 2");
    double linear = time("texts diff10k LINEAR");
    line("java-diff-utils linear, two different 10,000-word texts, ms", linear, "");
    String worst =
        TEN_THOUSAND.stream()
            .max(Comparator.comparingDouble(n -> time("texts " + n + " STET")))
            .orElseThrow();
    line("slowest 10,000 words (" + worst + "), ms", time("texts " + worst + " STET"),
        "<= " + ms(linear / 10));
    for (String text : TEN_THOUSAND) {
      line("  " + text + ", ms", time("texts " + text + " STET"), "");
      line("    allocated, MB", second("texts " + text + " STET", "alloc.rate.norm") / 1e6, "< 100");
    }
    line(
        "half of 10,000 words substituted, times histogram",
        time("texts sub50-10k STET") / time("texts sub50-10k HISTOGRAM"),
        "<= 3");
    line(
        "100,000 real words, ms",
        time("texts real100k STET"),
        "< " + ms(150 * time("texts real100k HISTOGRAM") / STUDY_HISTOGRAM));
    line(
        "growth, 10,000 to 50,000 different words",
        time("texts diff50k STET") / time("texts diff10k STET"),
        "<= 6");
    line("blame, 1,000 versions of 2,000 words, s", time("blame 1000") / 1000, "");
    line("  versions compared as well, s", time("compareAndBlame 1000") / 1000, "< 5");
    line("  growth, 250 to 1,000 versions", time("blame 1000") / time("blame 250"), "about 4");
  }

  private static String ms(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static void line(String what, double value, String target) {
    System.out.printf(Locale.ROOT, "%-62s %10.2f  %s%n", what, value, target);
  }
}
