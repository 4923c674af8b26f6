package stet.app.alert;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.app.ServedCollection;
import stet.notify.Channel;
import stet.notify.Finding;
import stet.notify.Finding.Event;
import stet.notify.channel.Channels;
import stet.notify.match.WatchEvents;
import stet.notify.outbox.Composer;
import stet.notify.outbox.Courier;
import stet.notify.outbox.Intake;
import stet.notify.rule.AlertRule;
import stet.watch.store.AlertStore;
import stet.watch.store.Times;
import stet.watch.store.WatchStore;

/**
 * Finds what rules ask for, puts it into messages and has them sent, one round after the other.
 * Used by one thread.
 */
final class AlertRound implements AutoCloseable {
  /** How often it is asked how the watch fares, and old messages are forgotten. */
  private static final Duration EVENTS = Duration.ofMinutes(5);

  /** What was told is remembered for corrections, and to be looked up. */
  private static final Duration MEMORY = Duration.ofDays(90);

  private final ServedCollection collection;
  private final WatchStore store;
  private final AlertStore alerts;
  private final Clock clock;
  private final Consumer<String> log;
  private final Courier courier;
  private final AlertFinder finder;
  private final List<AlertRule> rules;
  private final Map<String, Instant> since;
  private final String site;
  private final Channels channels;
  private Instant events = Instant.EPOCH;
  private long seen = -1;

  /**
   * @param store used by this alone
   * @param setup which rules and channels there are
   * @param wake is called by other threads when another round should be made
   */
  AlertRound(
      ServedCollection collection,
      WatchStore store,
      AlertSetup setup,
      Consumer<String> log,
      Runnable wake) {
    this.collection = collection;
    this.store = store;
    this.alerts = store.alerts();
    this.clock = collection.clock();
    this.log = log;
    this.rules = setup.rules();
    this.site = setup.site();
    this.channels = setup.channels();
    // What is seen from now on is news, however long it takes until rules are first asked.
    this.since = store.write(() -> since(setup));
    this.finder = new AlertFinder(store, rules, since, setup.links());
    this.courier = new Courier(store, setup.lines(), this::afterQuiet, log, wake);
  }

  private Map<String, Instant> since(AlertSetup setup) {
    Map<String, Instant> all = new HashMap<>();
    for (AlertRule rule : setup.rules()) {
      all.put(rule.name(), alerts.memory().since(rule.name(), setup.statedAt()));
    }
    return all;
  }

  private int capacity(String channel) {
    return channels.get(channel).map(Channel::capacity).orElse(1);
  }

  private Instant afterQuiet(String rule, Instant at) {
    return rules.stream()
        .filter(r -> r.name().equals(rule))
        .findFirst()
        .map(r -> r.timing().afterQuiet(at))
        .orElse(at);
  }

  /**
   * Makes a round.
   *
   * @param everything whether to ask the rules also where nothing seems to have changed
   * @throws IOException when the collection cannot be read
   */
  void make(boolean everything) throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    boolean late = !now.isBefore(events.plus(EVENTS)) || now.isBefore(events);
    // What a person holds or releases has no number.
    if (everything || late || collection.latest() != seen) {
      find(late, now);
    }
    if (late) {
      events(now);
      events = now;
    }
    if (alerts.findings().nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
      store.write(() -> new Composer(alerts, rules, site, this::capacity).compose(now));
    }
    send();
  }

  /** Notes what was sent, and sends what waits. */
  void send() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    courier.settle(now);
    courier.dispatch(now);
  }

  private void find(boolean marked, Instant now) throws IOException {
    int found =
        collection.ask(
            c -> {
              long latest = c.timelines().changes().latest();
              int news = finder.find(c, marked, now);
              seen = latest;
              return news;
            });
    if (found > 0) {
      log.accept("alerts: " + found + " new " + (found == 1 ? "finding" : "findings"));
    }
  }

  private void events(Instant now) {
    store.write(
        () -> {
          Intake intake = new Intake(alerts, now);
          for (AlertRule rule : rules) {
            Instant asked = since.getOrDefault(rule.name(), now);
            for (Finding finding : WatchEvents.of(rule, store, asked, now)) {
              intake.add(rule, finding, finding.id());
            }
            upkeep(rule, asked, intake, now);
          }
          alerts.findings().forget(now.minus(MEMORY));
          alerts.messages().forget(now.minus(MEMORY));
          return rules.size();
        });
  }

  private void upkeep(AlertRule rule, Instant since, Intake intake, Instant now) {
    if (rule.ask().event() != Event.UPKEEP) {
      return;
    }
    Instant last = alerts.findings().lastFound(rule.name()).orElse(since);
    if (Upkeep.isDue(rule, last, now)) {
      Finding finding = Upkeep.finding(Upkeep.lines(store, rules, now), now);
      intake.addDueNow(rule, finding);
    }
  }

  /** Whether something is being sent, or could be sent at once. */
  boolean isBusy() {
    return courier.isBusy() || !courier.ready(clock.instant()).isEmpty();
  }

  /** Whether something is left untold because channels are set up wrongly; the log knows which. */
  boolean isMisset() {
    boolean held = courier.isHeldUp(clock.instant());
    return held
        || alerts.memory().failing().stream().anyMatch(f -> !channels.problems(f.name()).isEmpty());
  }

  /** When the next round is to be made if nothing happens before, UTC. */
  Instant next() {
    Instant next = clock.instant().plus(EVENTS);
    @Nullable Instant due = alerts.findings().nextDue().orElse(null);
    @Nullable Instant send = alerts.messages().nextDue().orElse(null);
    next = due == null ? next : Times.earlier(next, due);
    return send == null || isHeldUp() ? next : Times.earlier(next, send);
  }

  /** Whether what is to be sent waits for a channel that must not be tried yet. */
  private boolean isHeldUp() {
    return courier.ready(clock.instant()).isEmpty();
  }

  @Override
  public void close() {
    courier.close();
    courier.settle(clock.instant());
  }
}
