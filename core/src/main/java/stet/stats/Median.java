package stet.stats;

import java.time.Duration;
import java.util.List;

/**
 * The lower median of some times, so that it is one of them.
 *
 * @param of how many there were; with none of them the value is zero and means nothing
 */
public record Median(Duration value, int of) {
  /**
   * @param times in any order
   */
  public static Median of(List<Duration> times) {
    return times.isEmpty()
        ? new Median(Duration.ZERO, 0)
        : new Median(times.stream().sorted().toList().get((times.size() - 1) / 2), times.size());
  }
}
