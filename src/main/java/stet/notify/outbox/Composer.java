package stet.notify.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;
import stet.notify.Message;
import stet.notify.rule.AlertRule;
import stet.notify.rule.Timing;
import stet.watch.store.AlertDue;
import stet.watch.store.AlertFinding;
import stet.watch.store.AlertMessage;
import stet.watch.store.AlertStore;

/**
 * Puts what is due into messages. To be used within a transaction of the watch's file: what is put
 * into a message is then no longer due, and no kill can part the two.
 */
public final class Composer {
  private static final int MOST_DUE = 5_000;

  private final AlertStore store;
  private final Map<String, AlertRule> rules;
  private final ToIntFunction<String> capacity;
  private final MessageMaker maker;

  /**
   * @param rules those that there are; what others found is told no more
   * @param site name of the collection
   * @param capacity how many findings a message can name, by the name of its channel
   */
  public Composer(
      AlertStore store, List<AlertRule> rules, String site, ToIntFunction<String> capacity) {
    this.store = store;
    this.rules = rules.stream().collect(Collectors.toMap(AlertRule::name, Function.identity()));
    this.capacity = capacity;
    this.maker = new MessageMaker(site);
  }

  /** Something that is due, with its finding. */
  record Due(AlertDue due, AlertFinding finding) {}

  /** What may be told together. */
  private record Group(String rule, String channel, boolean correction, boolean gathered) {}

  /**
   * Makes the messages that are due.
   *
   * @param now UTC
   * @return how many were made
   */
  public int compose(Instant now) {
    Map<Group, List<Due>> groups = new LinkedHashMap<>();
    for (AlertDue due : store.findings().due(now, MOST_DUE)) {
      Optional<AlertFinding> finding = store.findings().find(due.finding());
      @Nullable AlertRule rule = finding.map(f -> rules.get(f.rule())).orElse(null);
      if (rule == null || !rule.channels().contains(due.channel())) {
        store.findings().done(due);
        continue;
      }
      Group group = new Group(rule.name(), due.channel(), due.correction(), due.gathered());
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(new Due(due, finding.get()));
    }
    int made = 0;
    for (Map.Entry<Group, List<Due>> group : groups.entrySet()) {
      made += compose(group.getKey(), group.getValue(), now);
    }
    return made;
  }

  private int compose(Group group, List<Due> due, Instant now) {
    AlertRule rule = Objects.requireNonNull(rules.get(group.rule()));
    Instant quietUntil = rule.timing().afterQuiet(now);
    if (quietUntil.isAfter(now)) {
      // The rule's quiet hours are others than when this was found.
      postpone(due, quietUntil);
      return 0;
    }
    if (group.correction()) {
      return together(group, due, part -> maker.correction(rule, group.channel(), part, now));
    } else if (group.gathered()) {
      return together(group, ranked(due), part -> maker.digest(rule, group.channel(), part, now));
    }
    return oneByOne(rule, group, due, now);
  }

  /**
   * The most telling edits first, after what is no edit, such as a page that is gone; those that
   * tell as much in the order in which they were found.
   */
  private static List<Due> ranked(List<Due> due) {
    Map<Due, Integer> telling = new HashMap<>();
    due.forEach(d -> telling.put(d, Bodies.telling(Bodies.finding(d.finding().body()))));
    return due.stream()
        .sorted(Comparator.comparingInt((Due d) -> telling.getOrDefault(d, 0)).reversed())
        .toList();
  }

  /** In as few messages as the channel can tell all of them in, what is alike as one. */
  private int together(Group group, List<Due> due, Function<List<Due>, Message> making) {
    int most = Math.max(1, capacity.applyAsInt(group.channel()));
    List<List<Due>> alike = new ArrayList<>(alike(due).values());
    int made = 0;
    for (int from = 0; from < alike.size(); from += most) {
      List<Due> part =
          alike.subList(from, Math.min(alike.size(), from + most)).stream()
              .flatMap(List::stream)
              .toList();
      made += keep(group, making.apply(part), part);
    }
    return made;
  }

  /** What is alike and stands alike is told as one. */
  static Map<String, List<Due>> alike(List<Due> due) {
    Map<String, List<Due>> alike = new LinkedHashMap<>();
    due.forEach(
        d ->
            alike
                .computeIfAbsent(
                    d.finding().alike() + " " + d.finding().standing(), a -> new ArrayList<>())
                .add(d));
    return alike;
  }

  /** Each by itself, what is alike as one, up to the most that there may be in an hour. */
  private int oneByOne(AlertRule rule, Group group, List<Due> due, Instant now) {
    Map<String, List<Due>> alike = alike(due);
    List<Instant> lately =
        store.messages().made(rule.name(), group.channel(), now.minus(Timing.HOUR));
    int most = rule.timing().mostPerHour();
    int allowed = most == 0 ? Integer.MAX_VALUE : Math.max(0, most - lately.size());
    List<Due> over = new ArrayList<>();
    int made = 0;
    for (List<Due> one : alike.values()) {
      if (made < allowed) {
        made += keep(group, maker.alert(rule, group.channel(), one, now), one);
      } else {
        over.addAll(one);
      }
    }
    if (!over.isEmpty()) {
      Instant first = lately.isEmpty() ? now : lately.get(0);
      Instant free = first.plus(Timing.HOUR).plus(Duration.ofSeconds(1));
      postpone(over, rule.timing().afterQuiet(free));
    }
    return made;
  }

  private void postpone(List<Due> due, Instant until) {
    for (Due one : due) {
      AlertDue d = one.due();
      store.findings().due(new AlertDue(d.finding(), d.channel(), d.correction(), until, true));
    }
  }

  private int keep(Group group, Message message, List<Due> due) {
    AlertMessage kept =
        new AlertMessage(
            message.id(),
            group.rule(),
            group.channel(),
            EnumId.of(message.kind()),
            message.thread(),
            Bodies.of(message),
            message.at(),
            AlertMessage.Tried.not(message.at()));
    store.messages().add(kept, due.stream().map(d -> d.finding().id()).toList());
    due.forEach(d -> store.findings().done(d.due()));
    return 1;
  }
}
