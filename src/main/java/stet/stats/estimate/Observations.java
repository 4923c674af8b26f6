package stet.stats.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Observations of which those that are equal stand together with how many they are. */
final class Observations {
  private static final Comparator<Censored> ORDER =
      Comparator.comparingDouble(Censored::after).thenComparingDouble(Censored::until);

  private final NavigableMap<Censored, Long> counts = new TreeMap<>(ORDER);
  private final double[] had;
  private final double[] left;
  private final double longest;

  /**
   * Of those.
   *
   * @param observed each with how many times, none of them negative; in any order
   */
  Observations(Map<Censored, Long> observed) {
    observed.forEach(
        (censored, count) -> {
          if (count < 0) {
            throw new IllegalArgumentException(count + " times " + censored);
          }
          if (count > 0) {
            counts.merge(censored, count, Long::sum);
          }
        });
    had = sorted(true);
    left = sorted(false);
    longest = Math.max(last(had), last(left));
  }

  private double[] sorted(boolean events) {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().isEvent() == events)
        .flatMapToDouble(
            e -> {
              double[] same = new double[Math.toIntExact(e.getValue())];
              Arrays.fill(same, events ? e.getKey().until() : e.getKey().after());
              return Arrays.stream(same);
            })
        .sorted()
        .toArray();
  }

  private static double last(double[] sorted) {
    return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
  }

  NavigableMap<Censored, Long> counts() {
    return counts;
  }

  long units() {
    return (long) had.length + left.length;
  }

  long events() {
    return had.length;
  }

  /** The age to which a unit was watched that was watched longest. */
  double longest() {
    return longest;
  }

  /** How many had the event by that age for certain. */
  long before(double age) {
    return upTo(had, age);
  }

  /** How many were watched at least that long, or had the event by then. */
  long watched(double age) {
    return had.length + left.length - upTo(left, Math.nextDown(age));
  }

  private static long upTo(double[] sorted, double age) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= age) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
