package stet.app.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import stet.notify.Finding;
import stet.notify.Finding.Event;
import stet.notify.rule.AlertRule;
import stet.text.OneLine;
import stet.text.time.IsoTime;
import stet.watch.store.AlertMemoryTable.Failing;
import stet.watch.store.AlertMessage;
import stet.watch.store.AlertStore;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

/**
 * Watches the watcher: rules that never fire or fire all the time, dead lists, failing channels.
 */
final class Upkeep {
  private static final Duration WEEK = Duration.ofDays(7);

  /** More findings of one rule in a week are more than anybody reads. */
  private static final int MANY = 500;

  /** So many checks of a list in a row that brought nothing. */
  private static final int DEAD = 10;

  private Upkeep() {}

  /** Whether the weekly lines of a rule are due that were last told, or first due, back then. */
  static boolean isDue(AlertRule rule, Instant last, Instant now) {
    return !rule.timing().due(last).isAfter(now);
  }

  /** The lines of a week as a finding. */
  static Finding finding(List<String> lines, Instant now) {
    String all =
        lines.isEmpty()
            ? "In the last seven days every rule fired, every list was read and every message sent."
            : String.join(" ", lines);
    return new Finding(
        "upkeep " + IsoTime.ofSecond(now), Event.UPKEEP, null, null, all, List.of(), List.of());
  }

  /** What a person should look at, a sentence each; empty where all is well. */
  static List<String> lines(WatchStore store, List<AlertRule> rules, Instant now) {
    AlertStore alerts = store.alerts();
    List<String> lines = new ArrayList<>();
    for (AlertRule rule : rules) {
      if (rule.ask().event() != Event.UPKEEP) {
        lines.addAll(of(rule, alerts, now));
      }
    }
    for (WatchedFeed feed : store.feeds()) {
      if (feed.state().failures() >= DEAD) {
        lines.add(
            "The list "
                + feed.uri()
                + " could not be read "
                + feed.state().failures()
                + " times in a row: "
                + OneLine.of(feed.state().detail())
                + ".");
      }
    }
    for (Failing channel : alerts.memory().failing()) {
      lines.add(
          "The channel '"
              + channel.name()
              + "' fails since "
              + IsoTime.ofSecond(channel.since())
              + ": "
              + channel.detail()
              + "; "
              + dead(alerts, channel.name(), now)
              + " messages were given up.");
    }
    return lines;
  }

  private static int dead(AlertStore alerts, String channel, Instant now) {
    return alerts.messages().count(channel, AlertMessage.State.DEAD, now.minus(WEEK));
  }

  private static List<String> of(AlertRule rule, AlertStore alerts, Instant now) {
    Instant since = alerts.memory().since(rule.name(), now);
    int fired = alerts.findings().count(rule.name(), now.minus(WEEK));
    if (fired == 0 && !since.isAfter(now.minus(WEEK))) {
      return List.of("The rule '" + rule.name() + "' did not fire for seven days.");
    }
    return fired >= MANY
        ? List.of("The rule '" + rule.name() + "' fired " + fired + " times in seven days.")
        : List.of();
  }
}
