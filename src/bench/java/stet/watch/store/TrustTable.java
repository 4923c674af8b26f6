package stet.watch.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import stet.watch.plan.RecheckPolicy;
import stet.watch.plan.Simulation;
import stet.watch.plan.Simulation.Past;
import stet.watch.plan.Simulation.Schedule;
import stet.watch.plan.Simulation.Schedules;

/**
 * Prints what it costs to ask honest servers in full now and then, and what it brings where
 * validators stand still.
 */
public final class TrustTable {
  private final int confirmations;
  private final Duration longest;
  private final boolean lying;
  private long full;
  private final List<Double> windows = new ArrayList<>();

  private TrustTable(int confirmations, Duration longest, boolean lying) {
    this.confirmations = confirmations;
    this.longest = longest;
    this.lying = lying;
  }

  /** Prints the table of these histories; {@code time} writes seconds for people. */
  public static void print(List<Past> pasts, DoubleFunction<String> time) {
    int edits = pasts.stream().mapToInt(p -> p.times().size() - 1).sum();
    System.out.println(
        "| 304 in a row | days | requests | answered in full | edits seen, honest | edits seen, standing still | median window |");
    System.out.println("|---:|---:|---:|---:|---:|---:|---:|");
    int[][] rules = {{Integer.MAX_VALUE, 100_000}, {50, 30}, {24, 14}, {12, 7}, {6, 3}, {3, 1}};
    for (int[] rule : rules) {
      TrustTable honest = new TrustTable(rule[0], Duration.ofDays(rule[1]), false);
      TrustTable lying = new TrustTable(rule[0], Duration.ofDays(rule[1]), true);
      long requests = Simulation.run(pasts, honest.schedules()).requests();
      Simulation.run(pasts, lying.schedules());
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %,d | %.1f %% | %.1f %% | %.1f %% | %s |%n",
          rule[0] == Integer.MAX_VALUE ? "all" : rule[0],
          rule[0] == Integer.MAX_VALUE ? "all" : rule[1],
          requests,
          100.0 * honest.full / requests,
          100.0 * honest.windows.size() / edits,
          100.0 * lying.windows.size() / edits,
          time.apply(lying.median()));
    }
  }

  private double median() {
    double[] sorted = windows.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? Double.POSITIVE_INFINITY : sorted[sorted.length / 2];
  }

  private Schedules schedules() {
    Schedules policy = Simulation.of(new RecheckPolicy());
    return past -> new Asked(policy.of(past), past.times().get(0));
  }

  /** The policy, told of a change only where the answer to a request would have shown it. */
  private final class Asked implements Schedule {
    private final Schedule policy;
    private Trust trust;
    private Instant shown;
    private @Nullable Instant hidden;

    Asked(Schedule policy, Instant born) {
      this.policy = policy;
      this.trust = Trust.NEW.full(born, false);
      this.shown = born;
    }

    @Override
    public Instant next(Instant at, boolean changed) {
      boolean asked =
          trust.isDistrusted(at)
              || trust.confirmations() >= confirmations
              || !trust.fullAt().plus(longest).isAfter(at);
      boolean news = changed || hidden != null;
      boolean seen = news && (asked || !lying);
      hidden = news && !seen ? at : null;
      full += asked || seen ? 1 : 0;
      trust = asked || seen ? trust.full(at, lying && seen) : trust.confirmed();
      if (seen) {
        windows.add((at.toEpochMilli() - shown.toEpochMilli()) / 1000.0);
      }
      shown = asked || seen || !lying ? at : shown;
      return policy.next(at, seen);
    }
  }
}
