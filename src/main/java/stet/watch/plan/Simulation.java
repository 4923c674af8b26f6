package stet.watch.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.DoubleFunction;

/**
 * Replays real change histories under a schedule of checks and counts what it would have caught.
 *
 * <p>An edit is a step from one state to another. A check that shows another state than the check
 * before it catches one edit, however many lie between; a text that went and came back between two
 * checks was never seen. The window of a caught edit is the time between these two checks.
 */
public final class Simulation {
  /**
   * What is known of an article's past.
   *
   * @param outlet whose it is
   * @param id what it is called there
   * @param times when each state began, ascending; the first is when it was published
   * @param states which state began; equal numbers are equal texts
   * @param end until when it is known to have been in the last state
   */
  public record Past(
      String outlet, String id, List<Instant> times, List<Integer> states, Instant end) {
    public Past {
      times = List.copyOf(times);
      states = List.copyOf(states);
    }
  }

  /** A schedule for one article, told the outcome of each check. */
  public interface Schedule {
    /**
     * The next check after one at {@code at}.
     *
     * @param changed whether it showed another state than the one before
     * @return after {@code at}; {@link Instant#MAX} for never again
     */
    Instant next(Instant at, boolean changed);
  }

  /** Makes the schedule of one article, which is seen first when it is published. */
  public interface Schedules {
    /** The schedule of an article; its first check is at its birth and not announced. */
    Schedule of(Past past);
  }

  /**
   * What came of it.
   *
   * @param requests how many checks were made
   * @param edits how many edits there were
   * @param caught how many checks showed another state than the one before
   * @param medianWindow the median window of the caught edits, seconds; 0 when there are none
   * @param medianOfAll the median window where an edit that was missed counts as endless, seconds;
   *     infinite where more than half were missed
   */
  public record Outcome(
      long requests, int edits, int caught, double medianWindow, double medianOfAll) {}

  private record Due(Instant at, int article) {}

  private Simulation() {}

  /** Replays all histories side by side, in the order of time. */
  public static Outcome run(List<Past> pasts, Schedules schedules) {
    return run(pasts, schedules, Long.MAX_VALUE);
  }

  /** Gives up, with too many requests in its outcome, where there are more than {@code most}. */
  static Outcome run(List<Past> pasts, Schedules schedules, long most) {
    PriorityQueue<Due> queue =
        new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::article));
    List<Schedule> running = new ArrayList<>();
    for (int i = 0; i < pasts.size(); i++) {
      running.add(schedules.of(pasts.get(i)));
      queue.add(new Due(pasts.get(i).times().get(0), i));
    }
    long requests = 0;
    Instant[] checked = new Instant[pasts.size()];
    int[] place = new int[pasts.size()];
    List<Double> windows = new ArrayList<>();
    while (!queue.isEmpty() && requests <= most) {
      Due due = queue.poll();
      int i = due.article;
      Past past = pasts.get(i);
      requests++;
      int before = past.states().get(place[i]);
      while (place[i] + 1 < past.times().size()
          && !past.times().get(place[i] + 1).isAfter(due.at)) {
        place[i]++;
      }
      boolean changed = past.states().get(place[i]) != before;
      if (changed) {
        windows.add((due.at.toEpochMilli() - checked[i].toEpochMilli()) / 1000.0);
      }
      checked[i] = due.at;
      Instant next = running.get(i).next(due.at, changed);
      if (!next.isAfter(due.at)) {
        throw new IllegalStateException("a schedule that stands still");
      }
      if (!next.isAfter(past.end())) {
        queue.add(new Due(next, i));
      }
    }
    return outcome(pasts, requests, windows);
  }

  private static Outcome outcome(List<Past> pasts, long requests, List<Double> windows) {
    int edits = pasts.stream().mapToInt(p -> p.times().size() - 1).sum();
    double[] sorted = windows.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    double[] all = Arrays.copyOf(sorted, Math.max(edits, sorted.length));
    Arrays.fill(all, sorted.length, all.length, Double.POSITIVE_INFINITY);
    double ofAll = all.length == 0 ? 0 : all[all.length / 2];
    return new Outcome(requests, edits, sorted.length, median, ofAll);
  }

  /** The schedules that a policy makes, with the outlets' histories that grow on the way. */
  public static Schedules of(RecheckPolicy policy) {
    Map<String, OutletHistory> outlets = new HashMap<>();
    return past ->
        new Schedule() {
          private RecheckHistory history =
              RecheckHistory.born(past.times().get(0), past.times().get(0));

          @Override
          public Instant next(Instant at, boolean changed) {
            OutletHistory outlet = outlets.getOrDefault(past.outlet(), OutletHistory.NONE);
            RecheckHistory after = policy.observe(history, outlet, at, changed);
            OutletHistory learnt = policy.learn(outlet, history, after);
            outlets.put(past.outlet(), learnt);
            history = after;
            return policy.next(after, learnt);
          }
        };
  }

  /**
   * A policy's outcome at the keenness that makes no more than {@code requests} requests, and as
   * nearly as many as it can.
   */
  public static Outcome atMost(List<Past> pasts, long requests, DoubleFunction<Schedules> keen) {
    double low = Math.log(1e-4);
    double high = Math.log(0.999);
    Outcome best = null;
    for (int i = 0; i < 14; i++) {
      double middle = (low + high) / 2;
      Outcome outcome = run(pasts, keen.apply(Math.exp(middle)), requests);
      if (outcome.requests > requests) {
        low = middle;
      } else {
        high = middle;
        best = outcome;
      }
    }
    return best == null ? run(pasts, keen.apply(Math.exp(high))) : best;
  }
}
