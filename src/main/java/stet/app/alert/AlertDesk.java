package stet.app.alert;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import stet.app.AppException;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.app.Settings;
import stet.app.WatchSession;
import stet.json.AlertRuleFacts;
import stet.notify.channel.ChannelException;
import stet.notify.rule.AlertRule;
import stet.notify.rule.RuleException;
import stet.notify.rule.RuleReader;
import stet.notify.rule.RuleWords;
import stet.track.Collection;
import stet.track.CollectionFolder;
import stet.track.CollectionLock;
import stet.watch.store.AlertMemoryTable.Failing;
import stet.watch.store.AlertMessage;
import stet.watch.store.AlertStore;
import stet.watch.store.WatchStore;

/** What a person asks of alerts: which rules there are, what they told, and to change them. */
public final class AlertDesk {
  private static final Duration WEEK = Duration.ofDays(7);

  private final CollectionHome home;
  private final Clock clock;
  private final String program;

  /**
   * @param program name and version of the program
   * @throws stet.track.CollectionException when there is no collection
   */
  public AlertDesk(CollectionHome home, Clock clock, String program) {
    new CollectionFolder(home.folder()).require();
    this.home = home;
    this.clock = clock;
    this.program = program;
  }

  /** The rules in the order in which they are stated, and how each fares. */
  public List<AlertRuleFacts> rules() {
    AlertSetup setup = setup();
    try (WatchStore store = home.watchedForReading()) {
      AlertStore alerts = store.alerts();
      Instant now = clock.instant();
      return setup.rules().stream().map(rule -> facts(rule, alerts, now)).toList();
    }
  }

  private static AlertRuleFacts facts(AlertRule rule, AlertStore alerts, Instant now) {
    return new AlertRuleFacts(
        rule.name(),
        RuleWords.asks(rule),
        RuleWords.told(rule),
        rule.channels(),
        alerts.memory().asked(rule.name()).orElse(null),
        alerts.findings().lastFound(rule.name()).orElse(null),
        alerts.findings().count(rule.name(), now.minus(WEEK)),
        alerts.findings().waiting(rule.name()));
  }

  private AlertSetup setup() {
    return AlertSetup.read(home, clock, program);
  }

  /** Names of the channels that are set up. */
  public List<String> channels() {
    return setup().channels().names();
  }

  /**
   * The newest messages.
   *
   * @param rule name of the only rule asked for; empty for all
   * @param dead whether only those that were given up
   * @param most how many
   */
  public List<AlertMessage> history(String rule, boolean dead, int most) {
    if (most < 1) {
      throw AppException.invalid("--most '" + most + "' must be 1 or more");
    }
    try (WatchStore store = home.watchedForReading()) {
      if (!rule.isEmpty() && store.alerts().messages().newest(rule, false, 1).isEmpty()) {
        requireKnown(rule, store);
      }
      return store.alerts().messages().newest(rule, dead, most);
    }
  }

  /** A rule that was taken out is known as long as something of it is. */
  private void requireKnown(String rule, WatchStore store) {
    List<AlertRule> rules = setup().rules();
    if (rules.stream().noneMatch(r -> r.name().equals(rule))
        && !store.alerts().memory().rules().contains(rule)) {
      throw unknown(rule, rules);
    }
  }

  /**
   * What is amiss with channels and rules that can be seen without asking a server, a line each.
   *
   * @param channel the only one that matters; empty for all
   * @param rule the only one that matters; empty for all
   * @throws IOException when the collection cannot be read
   */
  public List<String> warnings(String channel, String rule) throws IOException {
    AlertSetup setup = setup();
    List<AlertRule> rules =
        setup.rules().stream()
            .filter(r -> rule.isEmpty() ? channel.isEmpty() : same(r, rule))
            .toList();
    List<String> warnings = new ArrayList<>();
    for (String name : setup.channels().names()) {
      boolean asked =
          channel.isEmpty()
              ? rule.isEmpty() || rules.stream().anyMatch(r -> r.channels().contains(name))
              : channel.equals(name);
      if (asked) {
        warnings.addAll(setup.channels().warnings(name));
      }
    }
    if (rules.stream().anyMatch(r -> !RuleWarnings.isBroad(r))) {
      try (Collection collection = home.open()) {
        rules.forEach(r -> warnings.addAll(RuleWarnings.of(r, collection.timelines())));
      }
    }
    return warnings;
  }

  /** Channels that failed at their last try. */
  public List<Failing> failing() {
    try (WatchStore store = home.watchedForReading()) {
      return store.alerts().memory().failing();
    }
  }

  /** Names of channels that take nothing until their settings change. */
  public Set<String> refusing() {
    return failing().stream()
        .filter(f -> !f.settings().isEmpty())
        .map(Failing::name)
        .collect(Collectors.toSet());
  }

  /**
   * Adds a rule, which must be one that can be.
   *
   * @param fields as the settings state them; those without a value are left out
   * @throws AppException when it cannot be, with one line that names key, value and remedy
   * @throws IOException when the settings cannot be written
   */
  public AlertRule add(Map<String, List<String>> fields) throws IOException {
    Map<String, List<String>> rule = AlertFile.rule(fields);
    AlertSetup setup = setup();
    String name = String.join(" ", rule.getOrDefault("name", List.of()));
    setup.rules().stream()
        .filter(r -> same(r, name))
        .forEach(
            r -> {
              throw AppException.invalid(
                  "there is a rule '"
                      + r.name()
                      + "' already; 'stet alert remove \""
                      + r.name()
                      + "\"' takes it out, or choose another name");
            });
    Settings settings = home.settings();
    List<Map<String, List<String>>> all = new ArrayList<>(settings.alerts().rules());
    all.add(rule);
    AlertRule added = read(all, settings, setup.channels().names());
    AlertFile.add(home, rule);
    try (WatchStore store = home.watchedBeforeUse()) {
      // A name that was used before begins anew.
      store.alerts().memory().forgetRule(added.name());
      store.alerts().memory().since(added.name(), clock.instant());
    }
    return added;
  }

  private static AlertRule read(
      List<Map<String, List<String>>> all, Settings settings, List<String> channels) {
    try {
      return RuleReader.read(all, settings.zone(), channels).get(all.size() - 1);
    } catch (ChannelException | RuleException e) {
      throw AppException.invalid(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Takes a rule out. What it found and told stays to be looked up; what waits is not told.
   *
   * @throws AppException when there is none of that name
   * @throws IOException when the settings cannot be written
   */
  public void remove(String name) throws IOException {
    List<AlertRule> rules = setup().rules();
    for (int i = 0; i < rules.size(); i++) {
      if (same(rules.get(i), name)) {
        AlertFile.remove(home, i);
        return;
      }
    }
    throw unknown(name, rules);
  }

  private static boolean same(AlertRule rule, String name) {
    return rule.name().toLowerCase(Locale.ROOT).equals(name.strip().toLowerCase(Locale.ROOT));
  }

  private static AppException unknown(String name, List<AlertRule> rules) {
    List<String> names = rules.stream().map(AlertRule::name).toList();
    return AppException.invalid(
        "no rule '"
            + name
            + "'"
            + (names.isEmpty()
                ? "; 'stet alert add' makes one"
                : "; there are: " + String.join(", ", names)));
  }

  /**
   * Sends the last finding of a rule, or of the first rule of a channel, through its channels.
   *
   * @param rule its name; empty for any
   * @param channel the only one to be tried; empty for all of the rule
   * @return what came of each channel
   */
  public List<AlertTest.Outcome> test(String rule, String channel) throws IOException {
    AlertSetup setup = setup();
    if (!channel.isEmpty() && setup.channels().get(channel).isEmpty()) {
      throw AppException.invalid(
          "no channel '"
              + channel
              + "'; "
              + (setup.channels().names().isEmpty()
                  ? "there is none yet: begin with [channel." + channel + "] in " + Settings.FILE
                  : "there are: " + String.join(", ", setup.channels().names())));
    }
    Optional<AlertRule> asked =
        setup.rules().stream()
            .filter(r -> rule.isEmpty() || same(r, rule))
            .filter(r -> channel.isEmpty() || !rule.isEmpty() || r.channels().contains(channel))
            .findFirst();
    if (asked.isEmpty() && !rule.isEmpty()) {
      throw unknown(rule, setup.rules());
    }
    return new AlertTest(home, clock, setup).run(asked, channel);
  }

  /**
   * Asks the rules of what changed, sends what is due now, and returns.
   *
   * @param again whether messages that were given up are tried once more
   * @param log is told of what is sent
   * @return whether nothing is left untold because settings are wrong; the log was told of those
   * @throws stet.track.CollectionException when another stet does so already
   */
  public boolean send(boolean again, Duration most, Consumer<String> log)
      throws IOException, InterruptedException {
    setup();
    try (CollectionLock lock =
            WatchSession.lock(
                home, "a watch works on this collection, and sends what is due itself");
        AlertService service = AlertService.of(ServedCollection.open(home, clock), program, log)) {
      if (again) {
        try (WatchStore store = home.watchedBeforeUse()) {
          AlertStore alerts = store.alerts();
          alerts.messages().revive(clock.instant());
          alerts.memory().failing().forEach(f -> alerts.memory().worked(f.name()));
        }
      }
      return service.tellNow(most);
    }
  }
}
