package stet.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Milliseconds a round over all real pairs of {@code ../shared/data/diff}, by racer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class DiffBenchmark {
  /** Who runs. */
  @Param({"STET", "HISTOGRAM", "MYERS"})
  public Racer racer;

  private List<String[]> pairs = List.of();
  private long[] best = {};

  /** The slow end of the fastest time of each pair so far, in microseconds. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Slowest {
    /** The 95th percentile. */
    public double p95;

    /** The slowest pair. */
    public double max;
  }

  /** Reads the pairs. */
  @Setup(Level.Trial)
  public void read() throws IOException {
    try (var lines = Files.lines(Path.of("../shared/data/diff/pairs.jsonl"))) {
      pairs =
          lines
              .map(line -> JsonMapper.shared().readTree(line))
              .filter(node -> node.get("kind").stringValue().equals("real"))
              .map(DiffBenchmark::texts)
              .toList();
    }
    best = new long[pairs.size()];
    Arrays.fill(best, Long.MAX_VALUE);
  }

  private static String[] texts(JsonNode node) {
    return new String[] {node.get("old").stringValue(), node.get("new").stringValue()};
  }

  /** One round. */
  @Benchmark
  public int realPairs(Slowest slowest) {
    int runs = 0;
    for (int i = 0; i < pairs.size(); i++) {
      long start = System.nanoTime();
      runs += racer.diff(pairs.get(i)[0], pairs.get(i)[1]);
      best[i] = Math.min(best[i], System.nanoTime() - start);
    }
    long[] sorted = best.clone();
    Arrays.sort(sorted);
    slowest.p95 = sorted[sorted.length * 95 / 100] / 1e3;
    slowest.max = sorted[sorted.length - 1] / 1e3;
    return runs;
  }
}
