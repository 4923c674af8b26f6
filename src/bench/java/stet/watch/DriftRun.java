package stet.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import stet.track.BlockChange;
import stet.track.Collection;
import stet.track.Timelines;
import stet.watch.drift.DriftGuard;
import stet.watch.drift.DriftGuard.Change;
import stet.watch.drift.DriftGuard.Drift;
import stet.watch.drift.DriftGuard.Limits;
import stet.watch.plan.OutletHistory;
import stet.watch.plan.RecheckHistory;
import stet.watch.plan.RecheckPolicy;
import stet.watch.store.Times;

/**
 * What the guard against new templates would have held of real edits, and what it makes of a
 * template that changes, under several limits.
 */
final class DriftRun {
  private static final Duration LOOK_BACK = Duration.ofDays(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);
  private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");

  private record Outlet(List<Change> changes, Timelines timelines, String name) {}

  private DriftRun() {}

  public static void main(String[] args) {
    List<Outlet> outlets = new ArrayList<>();
    try (Collection collection = Collection.open(Path.of(args[0]))) {
      Set<String> names = new TreeSet<>();
      collection.timelines().all().forEachRemaining(t -> names.add(t.article().outlet()));
      for (String name : names) {
        outlets.add(outlet(collection, name));
      }
      edits(outlets);
    }
    redesigns();
  }

  private static void edits(List<Outlet> outlets) {
    int revisions = outlets.stream().mapToInt(o -> o.changes.size()).sum();
    System.out.printf(
        "%n### Real edits: %d revisions of %d outlets%n%n", revisions, outlets.size());
    System.out.println("| articles at least | share | hours | outlets | revisions held |");
    System.out.println("|---:|---:|---:|---:|---:|");
    limits().forEach(l -> print(outlets, l));
  }

  private static void redesigns() {
    System.out.println("\n### A template that changes\n");
    System.out.println(
        "| articles | with the new template | at least | share | hours until held, or never | revisions seen by then |");
    System.out.println("|---:|---:|---:|---:|---:|---:|");
    for (int articles : new int[] {10, 50, 200, 1000}) {
      for (double part : new double[] {1, 0.7, 0.5, 0.3}) {
        for (int fewest : new int[] {4, 6}) {
          redesign(articles, part, new Limits(fewest, 0.3, Limits.STANDARD.span()));
          redesign(articles, part, new Limits(fewest, 0.5, Limits.STANDARD.span()));
        }
      }
    }
  }

  private static List<Limits> limits() {
    List<Limits> all = new ArrayList<>();
    for (int hours : new int[] {36, 72}) {
      for (int fewest : new int[] {3, 4, 5, 6}) {
        for (double share : new double[] {0.3, 0.5, 0.7}) {
          all.add(new Limits(fewest, share, Duration.ofHours(hours)));
        }
      }
    }
    return all;
  }

  private static Outlet outlet(Collection collection, String name) {
    List<Change> changes = new ArrayList<>();
    for (BlockChange c : collection.timelines().blockChanges(name, Instant.EPOCH)) {
      String key = c.article().key();
      changes.add(new Change(key, key + " " + c.seenAt(), c.seenAt(), c.removed(), c.added()));
    }
    changes.sort(Comparator.comparing(Change::seenAt));
    return new Outlet(changes, collection.timelines(), name);
  }

  private static void print(List<Outlet> outlets, Limits limits) {
    int concerned = 0;
    int held = 0;
    for (Outlet outlet : outlets) {
      Set<String> found = new HashSet<>();
      for (int i = 0; i < outlet.changes.size(); i++) {
        Instant at = outlet.changes.get(i).seenAt();
        List<Change> latest =
            outlet.changes.subList(0, i + 1).stream()
                .filter(c -> c.seenAt().isAfter(at.minus(LOOK_BACK)))
                .toList();
        for (Drift drift :
            DriftGuard.find(
                latest,
                (from, until) ->
                    outlet.timelines.articlesSeen(
                        outlet.name, from, Times.earlier(until, at.plusMillis(1))),
                limits)) {
          boolean news = found.addAll(drift.revisions());
          if (news && limits.equals(Limits.STANDARD)) {
            System.err.println(drift.articles() + "/" + drift.checked() + " " + drift.sample());
          }
        }
      }
      held += found.size();
      concerned += found.isEmpty() ? 0 : 1;
    }
    System.out.printf(
        Locale.ROOT,
        "| %d | %.1f | %d | %d | %d |%n",
        limits.fewest(),
        limits.share(),
        limits.span().toHours(),
        concerned,
        held);
  }

  /** Articles born evenly over a quarter of a year, none of which is ever edited. */
  private static void redesign(int articles, double part, Limits limits) {
    RecheckPolicy policy = new RecheckPolicy();
    List<List<Instant>> checks = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      Instant born = T0.minus(Duration.ofDays(90).multipliedBy(i).dividedBy(articles));
      checks.add(checks(policy, born));
    }
    for (Instant now = T0; now.isBefore(T0.plus(LOOK_BACK)); now = now.plus(BETWEEN_LOOKS)) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < articles; i++) {
        Instant after = firstAfter(checks.get(i), T0);
        // Every article but those of some sections.
        boolean isNew = (i * 7919L) % 100 < part * 100;
        if (isNew && !after.isAfter(now)) {
          changes.add(new Change("a" + i, "a" + i, after, Set.of(), Set.of("Read our newsletter")));
        }
      }
      if (!DriftGuard.find(changes, seen(checks, now), limits).isEmpty()) {
        double hours = Duration.between(T0, now).toMinutes() / 60.0;
        line(articles, part, limits, String.format(Locale.ROOT, "%.1f", hours), changes.size());
        return;
      }
    }
    line(articles, part, limits, "never", 0);
  }

  private static void line(int articles, double part, Limits limits, String hours, int seen) {
    System.out.printf(
        Locale.ROOT,
        "| %d | %.0f %% | %d | %.1f | %s | %s |%n",
        articles,
        100 * part,
        limits.fewest(),
        limits.share(),
        hours,
        hours.equals("never") ? "" : seen);
  }

  private static List<Instant> checks(RecheckPolicy policy, Instant born) {
    List<Instant> checks = new ArrayList<>();
    RecheckHistory history = RecheckHistory.born(born, born);
    for (Instant at = born; at.isBefore(T0.plus(LOOK_BACK.multipliedBy(2))); ) {
      checks.add(at);
      history = policy.observe(history, OutletHistory.NONE, at, false);
      at = policy.next(history, OutletHistory.NONE);
    }
    return checks;
  }

  private static DriftGuard.Checked seen(List<List<Instant>> checks, Instant now) {
    return (from, until) -> {
      Instant end = Times.earlier(until, now.plusMillis(1));
      return (int)
          checks.stream().filter(c -> firstAfter(c, from.minusMillis(1)).isBefore(end)).count();
    };
  }

  private static Instant firstAfter(List<Instant> checks, Instant time) {
    return checks.stream().filter(c -> c.isAfter(time)).findFirst().orElse(Instant.MAX);
  }
}
