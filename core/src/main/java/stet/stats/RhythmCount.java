package stet.stats;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import stet.stats.Rhythm.LeftOut;
import stet.stats.estimate.RateEstimate;
import stet.timeline.Window;

/**
 * Counts edits and the time that articles were watched by hour or by weekday. A stretch between two
 * checks that reaches over several cells is shared out among them by how long it lies in each, and
 * so is an edit in it.
 */
final class RhythmCount {
  private static final int HOUR = 3600;

  /** Cells of equal length that come again and again. */
  enum Cycle {
    HOURS(24, HOUR, 0),
    /** 1 January 1970 was a Thursday. */
    WEEKDAYS(7, 24 * HOUR, 3);

    private final int cells;
    private final int seconds;
    private final int first;

    Cycle(int cells, int seconds, int first) {
      this.cells = cells;
      this.seconds = seconds;
      this.first = first;
    }

    private int cell(long local) {
      return (int) Math.floorMod(Math.floorDiv(local, seconds) + first, (long) cells);
    }
  }

  /** Counts on one clock. */
  private final class Count {
    private final boolean local;
    private final RateEstimate.Sum[] sums =
        Stream.generate(RateEstimate.Sum::new).limit(cycle.cells).toArray(RateEstimate.Sum[]::new);
    private final double[] edits = new double[cycle.cells];
    private final double[] hours = new double[cycle.cells];
    private double placed;
    private double wide;
    private double unzoned;
    private int wideEdits;
    private int unzonedEdits;

    Count(boolean local) {
      this.local = local;
    }

    void add(Observed article) {
      Arrays.fill(edits, 0);
      Arrays.fill(hours, 0);
      long[] checks = article.watched().times().seconds();
      for (int i = 1; i < checks.length; i++) {
        addStretch(article.outlet(), checks[i - 1], checks[i]);
      }
      article.counted().forEach(e -> addEdit(article.outlet(), e.window()));
      for (int cell = 0; cell < cycle.cells; cell++) {
        sums[cell].add(edits[cell], hours[cell]);
      }
    }

    private void addStretch(String outlet, long from, long until) {
      double length = (until - from) / (double) HOUR;
      if (until - from > cycle.seconds) {
        wide += length;
        return;
      }
      OptionalInt offset = offset(outlet, from, until);
      if (offset.isEmpty()) {
        unzoned += length;
      } else {
        placed += length;
        share(hours, from + offset.getAsInt(), until + offset.getAsInt(), length);
      }
    }

    private void addEdit(String outlet, Window window) {
      long from = window.notBefore().getEpochSecond();
      long until = window.notAfter().getEpochSecond();
      if (until - from > cycle.seconds) {
        wideEdits++;
        return;
      }
      OptionalInt offset = offset(outlet, from, until);
      if (offset.isEmpty()) {
        unzonedEdits++;
      } else {
        share(edits, from + offset.getAsInt(), until + offset.getAsInt(), 1);
      }
    }

    private OptionalInt offset(String outlet, long from, long until) {
      return local ? clock.offset(outlet, from, until) : OptionalInt.of(0);
    }

    private void share(double[] among, long from, long until, double what) {
      if (from == until) {
        among[cycle.cell(from)] += what;
        return;
      }
      long at = from;
      while (at < until) {
        long next = Math.min(until, (Math.floorDiv(at, cycle.seconds) + 1) * cycle.seconds);
        among[cycle.cell(at)] += what * (next - at) / (until - from);
        at = next;
      }
    }

    Rhythm rhythm() {
      List<RateEstimate> cells =
          IntStream.range(0, cycle.cells).mapToObj(i -> sums[i].estimate()).toList();
      return new Rhythm(
          local, cells, new LeftOut(wideEdits, wide), new LeftOut(unzonedEdits, unzoned));
    }
  }

  private final Cycle cycle;
  private final OutletClock clock;

  private RhythmCount(Cycle cycle, OutletClock clock) {
    this.cycle = cycle;
    this.clock = clock;
  }

  /** On the outlet's own clock where it is known for at least half of the time; else in UTC. */
  static Rhythm of(List<Observed> articles, Cycle cycle, OutletClock clock) {
    RhythmCount count = new RhythmCount(cycle, clock);
    Count local = count.counted(articles, true);
    return local.placed > 0 && local.placed >= local.unzoned
        ? local.rhythm()
        : count.counted(articles, false).rhythm();
  }

  private Count counted(List<Observed> articles, boolean local) {
    Count count = new Count(local);
    articles.forEach(count::add);
    return count;
  }
}
