package stet.stats.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Observations of which those that are equal stand together with how many they are. */
final class Observations {
  private static final Comparator<Censored> ORDER =
      Comparator.comparingDouble(Censored::after).thenComparingDouble(Censored::until);

  private final NavigableMap<Censored, Long> counts = new TreeMap<>(ORDER);
  private final double[] not;
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
    not = sorted(true, Censored::after);
    had = sorted(true, Censored::until);
    left = sorted(false, Censored::after);
    longest = Math.max(last(had), last(left));
  }

  private double[] sorted(boolean events, ToDoubleFunction<Censored> end) {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().isEvent() == events)
        .flatMapToDouble(
            e -> {
              double[] same = new double[Math.toIntExact(e.getValue())];
              Arrays.fill(same, end.applyAsDouble(e.getKey()));
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
    return (long) had.length + left.length - upTo(left, Math.nextDown(age));
  }

  /** Of how many that had the event it is open whether that was by that age. */
  long open(double age) {
    return upTo(not, Math.nextDown(age)) - before(age);
  }

  /** How many of some ages, which are sorted, lie at that age or before it. */
  static int upTo(double[] sorted, double age) {
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
