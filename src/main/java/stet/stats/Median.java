package stet.stats;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The lower median of some times, so that it is one of them.
 *
 * @param of how many there were; with none of them the value is zero and means nothing
 */
public record Median(Duration value, int of) {
  /** Of fewer a median says nothing. */
  private static final int ENOUGH = 5;

  /**
   * @param times in any order
   */
  public static Median of(List<Duration> times) {
    return times.isEmpty()
        ? new Median(Duration.ZERO, 0)
        : new Median(times.stream().sorted().toList().get((times.size() - 1) / 2), times.size());
  }

  /** The median; empty where it is one of too few. */
  public Optional<Duration> told() {
    return of < ENOUGH ? Optional.empty() : Optional.of(value);
  }
}
