package stet.stats.estimate;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts how often intervals hold what is known to be true of a made-up outlet. */
final class Coverage {
  /** The ages at which curves are asked. */
  static final List<Double> AGES =
      List.of(Newsroom.HOUR, 6 * Newsroom.HOUR, Newsroom.DAY, 7 * Newsroom.DAY, 30 * Newsroom.DAY);

  static final String CURVE = "share edited by age";
  static final String BOUNDS = "share edited by age, bounds";
  static final String MEDIAN = "median age";
  static final String MEDIAN_BOUNDS = "median age, bounds";
  static final String NOTICES = "share with notice";
  static final String VALUES = "median of values";
  static final String NAIVE_SHARE = "edited of all";
  static final String NAIVE_END = "seen is happened";
  static final String NAIVE_EDITS = "edits as if independent";
  static final String OUTWARD = "rounded outward";

  /** How often of how often. */
  static final class Count {
    private int held;
    private int asked;

    private void add(Interval interval, double truth) {
      held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
      asked++;
    }

    int asked() {
      return asked;
    }

    double share() {
      return asked == 0 ? Double.NaN : (double) held / asked;
    }
  }

  private final Newsroom room;
  private final Map<String, Count> counts = new TreeMap<>();

  Coverage(Newsroom room) {
    this.room = room;
  }

  /** Runs with seeds from 1. */
  Coverage run(int runs) {
    for (int run = 1; run <= runs; run++) {
      Random random = new Random(run * 7919L + room.name().hashCode());
      List<Censored> seen = room.watch(random);
      curve(EventCurve.atAges(seen));
      naiveCurve(seen);
      notices(room.notices(random));
      values(random);
    }
    return this;
  }

  private void curve(EventCurve curve) {
    for (double age : AGES) {
      curve
          .at(age)
          .ifPresent(
              r -> {
                String kind = isIdentified(r) ? CURVE : BOUNDS;
                count(kind, r.interval(), room.truth(age));
              });
    }
    if (room.edited() > 0.5) {
      Quantile median = curve.quantile(0.5);
      Interval interval =
          new Interval(
              median.low().orElse(Double.POSITIVE_INFINITY),
              median.high().orElse(Double.POSITIVE_INFINITY));
      boolean within = median.value().isEmpty() && interval.high() < Double.POSITIVE_INFINITY;
      count(within ? MEDIAN_BOUNDS : MEDIAN, interval, room.median());
    }
  }

  private static boolean isIdentified(Reached reached) {
    return reached.high() - reached.low() < 1e-6;
  }

  /** Every observation widened to the ages of the grid about it. */
  private void outward(List<Censored> seen) {
    Ages grid = Ages.upTo(3 * 365 * Newsroom.DAY);
    List<Censored> widened =
        seen.stream()
            .map(
                c -> {
                  int after = (int) (grid.steps(c.after()) / Ages.STEPS);
                  return c.isEvent()
                      ? new Censored(
                          grid.age(after),
                          grid.age((int) Math.ceil(grid.steps(c.until()) / Ages.STEPS)))
                      : Censored.still(grid.age(after));
                })
            .toList();
    EventCurve curve = ExactCurves.of(widened);
    for (double age : AGES) {
      curve
          .at(age)
          .filter(Coverage::isIdentified)
          .ifPresent(r -> count(OUTWARD, r.interval(), room.truth(age)));
    }
  }

  private void naiveCurve(List<Censored> seen) {
    outward(seen);
    EventCurve ends =
        ExactCurves.of(
            seen.stream()
                .map(c -> c.isEvent() ? Censored.exact(c.until()) : c)
                .collect(Collectors.toList()));
    for (double age : AGES) {
      ends.at(age).ifPresent(r -> count(NAIVE_END, r.interval(), room.truth(age)));
    }
    long edited = seen.stream().filter(Censored::isEvent).count();
    count(
        NAIVE_SHARE,
        ShareEstimate.of(edited, seen.size()).interval(),
        room.truth(30 * Newsroom.DAY));
  }

  private void notices(List<Cluster> clusters) {
    ShareEstimate estimate = ShareEstimate.clustered(clusters);
    count(NOTICES, estimate.interval(), room.noticed());
    ShareEstimate alone = ShareEstimate.of(estimate.part(), estimate.whole());
    count(NAIVE_EDITS, alone.interval(), room.noticed());
  }

  /** Of values whose logarithm is normal, so that their median is 1. */
  private void values(Random random) {
    int count = 30 + random.nextInt(room.articles());
    List<Double> values =
        random.doubles(count).mapToObj(u -> Math.exp(2 * random.nextGaussian())).toList();
    Quantile median = OrderMedian.of(values, 0.5);
    count(VALUES, new Interval(median.low().orElseThrow(), median.high().orElseThrow()), 1);
  }

  private void count(String kind, Interval interval, double truth) {
    counts.computeIfAbsent(kind, k -> new Count()).add(interval, truth);
  }

  Newsroom room() {
    return room;
  }

  /** That kind over several outlets. */
  static Count pooled(List<Coverage> all, String kind) {
    Count pooled = new Count();
    for (Coverage coverage : all) {
      Count count = coverage.of(kind);
      pooled.held += count.held;
      pooled.asked += count.asked;
    }
    return pooled;
  }

  Count of(String kind) {
    return counts.getOrDefault(kind, new Count());
  }

  Map<String, Count> all() {
    return counts;
  }
}
