package stet.report.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Where instants lie on a strip. Time runs evenly if that keeps the revisions apart; else quiet
 * stretches are drawn shorter than they were, so that many edits in the first hours and one after
 * three years fit on one axis. The order is always true, and equal stretches are drawn equal.
 */
final class TimeScale {
  private static final double[] EXPONENTS = {1, 0.6, 0.4, 0.25};
  private static final int SHORTENED = 5;

  /** The room that the sign of a cut needs. */
  private static final int ROOM = 30;

  private final long[] at;
  private final double[] x;
  private boolean even;
  private final List<Integer> breaks = new ArrayList<>();

  /**
   * @param keys every instant that matters
   * @param marks those that are to be kept apart
   * @param apart how far
   * @param left where the first lies
   * @param right where the last lies
   */
  TimeScale(TreeSet<Instant> keys, List<Instant> marks, int apart, int left, int right) {
    at = keys.stream().mapToLong(Instant::getEpochSecond).distinct().toArray();
    x = new double[at.length];
    for (double exponent : EXPONENTS) {
      place(exponent, left, right);
      even = exponent == 1;
      if (areApart(marks, apart)) {
        break;
      }
    }
    if (!even) {
      findBreaks();
    }
  }

  private void place(double exponent, int left, int right) {
    double total = 0;
    for (int i = 1; i < at.length; i++) {
      total += Math.pow(at[i] - at[i - 1], exponent);
    }
    x[0] = left;
    for (int i = 1; i < at.length; i++) {
      x[i] = x[i - 1] + (right - left) * Math.pow(at[i] - at[i - 1], exponent) / total;
    }
  }

  private boolean areApart(List<Instant> marks, int apart) {
    for (int i = 1; i < marks.size(); i++) {
      if (x(marks.get(i)) - x(marks.get(i - 1)) < apart) {
        return false;
      }
    }
    return true;
  }

  /** A stretch is cut where a second takes far less room on it than on most others. */
  private void findBreaks() {
    double[] pace = new double[at.length - 1];
    for (int i = 1; i < at.length; i++) {
      pace[i - 1] = (at[i] - at[i - 1]) / Math.max(1, x[i] - x[i - 1]);
    }
    double[] sorted = pace.clone();
    Arrays.sort(sorted);
    double most = SHORTENED * sorted[sorted.length / 2];
    for (int i = 1; i < at.length; i++) {
      if (x[i] - x[i - 1] > ROOM && pace[i - 1] > most) {
        breaks.add((int) Math.round((x[i] + x[i - 1]) / 2));
      }
    }
  }

  /** Whether equal times take equal room everywhere. */
  boolean isEven() {
    return even;
  }

  /** Where an instant lies. */
  int x(Instant instant) {
    long seconds = instant.getEpochSecond();
    int i = Arrays.binarySearch(at, seconds);
    if (i >= 0) {
      return (int) Math.round(x[i]);
    }
    int next = -i - 1;
    if (next == 0 || next == at.length) {
      return (int) Math.round(x[next == 0 ? 0 : at.length - 1]);
    }
    double share = (double) (seconds - at[next - 1]) / (at[next] - at[next - 1]);
    return (int) Math.round(x[next - 1] + share * (x[next] - x[next - 1]));
  }

  /** Where stretches are drawn clearly shorter than they were. */
  List<Integer> breaks() {
    return breaks;
  }

  /** From the first to the last instant. */
  Duration width() {
    return Duration.ofSeconds(at[at.length - 1] - at[0]);
  }
}
