package stet.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.stats.estimate.Newsroom.DAY;
import static stet.stats.estimate.Newsroom.HOUR;
import static stet.stats.estimate.Newsroom.MINUTE;
import static stet.stats.estimate.Newsroom.constant;
import static stet.stats.estimate.Newsroom.falling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Intervals of 95 % hold the truth in 95 of 100 made-up outlets, and what one would reckon without
 * thinking of how articles were watched does not. {@code -Dstet.estimate.runs=N} makes N of each
 * kind; {@code target/estimates.md} tells the outcome.
 */
class EstimateCoverageTest {
  private static final int RUNS = Integer.getInteger("stet.estimate.runs", 80);
  private static final double LEAST = 0.93;
  private static final double MOST = 0.97;
  private static final double FAILED = 0.9;

  private static final List<Newsroom> ROOMS =
      List.of(
          constant(
              "constant, quarter-hourly", 300, 0.7, 2 * DAY, Schedules.quarterHourly(40), false),
          falling(
              "falling, quarter-hourly", 300, 0.9, 30 * MINUTE, Schedules.quarterHourly(40), true),
          constant("constant, widening", 300, 0.7, 2 * DAY, Schedules.widening(35, 60), true),
          falling("falling, widening", 300, 0.9, 30 * MINUTE, Schedules.widening(2, 60), false),
          constant("constant, random with gaps", 300, 0.3, 5 * DAY, Schedules.random(60), true),
          falling("falling, random with gaps", 300, 0.8, 2 * HOUR, Schedules.random(60), false),
          constant("constant, half for a day", 100, 0.6, DAY, Schedules.halfForADay(40), true),
          falling("falling, half for a day", 300, 0.9, HOUR, Schedules.halfForADay(40), true),
          falling("falling, daily", 300, 0.9, HOUR, Schedules.daily(40), true));

  private static final List<String> OURS =
      List.of(Coverage.CURVE, Coverage.MEDIAN, Coverage.NOTICES, Coverage.VALUES);

  private static final List<String> COLUMNS =
      List.of(
          Coverage.CURVE,
          Coverage.BOUNDS,
          Coverage.MEDIAN,
          Coverage.MEDIAN_BOUNDS,
          Coverage.NOTICES,
          Coverage.VALUES,
          Coverage.OUTWARD,
          Coverage.NAIVE_SHARE,
          Coverage.NAIVE_END,
          Coverage.NAIVE_EDITS);

  @Test
  void intervalsHoldTheTruthAndNaiveOnesDoNot() throws IOException {
    List<Coverage> all = ROOMS.stream().map(room -> new Coverage(room).run(RUNS)).toList();
    write(all);
    all.forEach(EstimateCoverageTest::holds);
    for (String kind : OURS) {
      assertThat(Coverage.pooled(all, kind).share()).as(kind).isBetween(LEAST, MOST);
    }
    assertThat(of(all, "half for a day", Coverage.NAIVE_SHARE)).allMatch(s -> s < FAILED);
    assertThat(of(all, "falling, random", Coverage.NAIVE_END)).allMatch(s -> s < FAILED);
    assertThat(of(all, "daily", Coverage.NAIVE_END)).allMatch(s -> s < FAILED);
    all.stream()
        .filter(c -> c.room().alike())
        .forEach(c -> assertThat(c.of(Coverage.NAIVE_EDITS).share()).isLessThan(FAILED));
  }

  /**
   * By as much as chance may add in so many runs; the ages of one run share its articles. Bounds
   * may hold the truth more often, but not less.
   */
  private static void holds(Coverage coverage) {
    double chance = 1.96 * Math.sqrt(0.95 * 0.05 / RUNS);
    for (String kind : OURS) {
      Coverage.Count count = coverage.of(kind);
      if (count.asked() >= RUNS / 2) {
        assertThat(count.share())
            .as("%s of %s", kind, coverage.room().name())
            .isBetween(LEAST - chance, MOST + chance);
      }
    }
    Coverage.Count bounds = coverage.of(Coverage.BOUNDS);
    if (bounds.asked() >= RUNS) {
      assertThat(bounds.share()).isGreaterThan(LEAST - chance);
    }
  }

  private static List<Double> of(List<Coverage> all, String name, String kind) {
    List<Double> shares =
        all.stream()
            .filter(c -> c.room().name().contains(name))
            .map(c -> c.of(kind).share())
            .toList();
    assertThat(shares).isNotEmpty();
    return shares;
  }

  private static void write(List<Coverage> all) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("| " + RUNS + " runs each | " + String.join(" | ", COLUMNS) + " |");
    lines.add("|---|" + "---:|".repeat(COLUMNS.size()));
    for (Coverage coverage : all) {
      lines.add(line(coverage.room().name(), coverage.all()));
    }
    Files.write(Path.of("core/target/estimates.md"), lines);
  }

  private static String line(String name, Map<String, Coverage.Count> counts) {
    StringBuilder line = new StringBuilder("| " + name + " |");
    for (String column : COLUMNS) {
      Coverage.Count count = counts.get(column);
      line.append(
          count == null || count.asked() < RUNS / 10
              ? " – |"
              : String.format(Locale.ROOT, " %.1f |", 100 * count.share()));
    }
    return line.toString();
  }
}
