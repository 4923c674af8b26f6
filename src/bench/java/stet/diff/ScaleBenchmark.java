package stet.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
import tools.jackson.databind.json.JsonMapper;

/** Milliseconds for the long and worst-case texts of {@code ../shared/data/diff}, by racer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ScaleBenchmark {
  /** Who runs; the Myers racers are too slow for most of these. */
  @Param({"STET", "HISTOGRAM"})
  public Racer racer;

  /** Which texts. */
  @Param({
    "real10k",
    "real100k",
    "diff10k",
    "diff50k",
    "shuffle10k",
    "onepara10k",
    "onepara-diff10k",
    "random10k",
    "random50v10k",
    "sub50-10k",
    "repeat10k"
  })
  public String id;

  private String before = "";
  private String after = "";

  /** Finds the texts. */
  @Setup(Level.Trial)
  public void read() throws IOException {
    try (var lines = Files.lines(Path.of("../shared/data/diff/scale.jsonl"))) {
      lines
          .map(line -> JsonMapper.shared().readTree(line))
          .filter(node -> node.get("id").stringValue().equals(id))
          .forEach(
              node -> {
                before = node.get("old").stringValue();
                after = node.get("new").stringValue();
              });
    }
  }

  /** One comparison. */
  @Benchmark
  public int texts() {
    return racer.diff(before, after);
  }
}
