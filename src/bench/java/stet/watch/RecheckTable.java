package stet.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import stet.watch.plan.RecheckPolicy;
import stet.watch.plan.Simulation;
import stet.watch.plan.Simulation.Outcome;
import stet.watch.plan.Simulation.Past;
import stet.watch.plan.Simulation.Schedules;
import stet.watch.store.TrustTable;

/** Prints what schedules catch of real edits, beside the policy at as many requests. */
final class RecheckTable {
  private RecheckTable() {}

  public static void main(String[] args) throws IOException {
    Duration quiet = Duration.ofDays(args.length > 1 ? Integer.parseInt(args[1]) : 30);
    List<Past> all = Histories.read(Path.of(args[0]), quiet);
    print("fitted half", all.stream().filter(Histories::fitting).toList());
    print("other half", all.stream().filter(p -> !Histories.fitting(p)).toList());
    print("all", all);
    System.out.println("\n### Asking in full now and then, at the default keenness\n");
    TrustTable.print(all, RecheckTable::time);
  }

  private static void print(String name, List<Past> pasts) {
    int edits = pasts.stream().mapToInt(p -> p.times().size() - 1).sum();
    System.out.printf(
        Locale.ROOT, "%n### %s: %d articles, %d edits%n%n", name, pasts.size(), edits);
    System.out.println(
        "| schedule | requests | caught | stet catches | median window | stet's | median of all edits | stet's | better on both |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---|");
    for (Map.Entry<String, Schedules> peer : Peers.all().entrySet()) {
      Outcome theirs = Simulation.run(pasts, peer.getValue());
      Outcome ours =
          Simulation.atMost(
              pasts, theirs.requests(), keen -> Simulation.of(new RecheckPolicy(keen)));
      System.out.printf(
          Locale.ROOT,
          "| %s | %,d | %.1f %% | %.1f %% | %s | %s | %s | %s | %s |%n",
          peer.getKey(),
          theirs.requests(),
          100.0 * theirs.caught() / edits,
          100.0 * ours.caught() / edits,
          time(theirs.medianWindow()),
          time(ours.medianWindow()),
          time(theirs.medianOfAll()),
          time(ours.medianOfAll()),
          ours.caught() > theirs.caught() && ours.medianWindow() < theirs.medianWindow()
              ? "yes"
              : "no");
    }
  }

  static String time(double seconds) {
    if (Double.isInfinite(seconds)) {
      return "never";
    }
    return seconds < 5_400
        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
        : String.format(Locale.ROOT, "%.1f h", seconds / 3_600);
  }
}
