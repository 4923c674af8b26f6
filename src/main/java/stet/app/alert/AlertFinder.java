package stet.app.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.notify.Finding;
import stet.notify.match.ArticleLook;
import stet.notify.match.ArticleLook.Stand;
import stet.notify.match.ArticleLooks;
import stet.notify.match.Links;
import stet.notify.outbox.Intake;
import stet.notify.rule.AlertRule;
import stet.timeline.KeptTimelines;
import stet.track.Collection;
import stet.watch.store.AlertFinding;
import stet.watch.store.AlertFinding.Known;
import stet.watch.store.AlertMemoryTable.Progress;
import stet.watch.store.AlertStore;
import stet.watch.store.Times;
import stet.watch.store.WatchStore;

/**
 * Asks rules of all articles that changed since they were asked before, whoever changed them. The
 * collection numbers each change in the transaction that makes it; up to which number rules were
 * asked is noted in the transaction that keeps what they found. So nothing is passed over and
 * nothing found twice, wherever a kill parts the two.
 */
final class AlertFinder {
  /** What was first seen before that is no news, though it may come in only now. */
  static final Duration NEWS = Duration.ofDays(7);

  private static final int AT_ONCE = 50;

  private final WatchStore store;
  private final AlertStore alerts;
  private final List<AlertRule> rules;
  private final Map<String, AlertRule> named;
  private final Map<String, Instant> since;
  private final Links links;
  private final ArticleLooks.Asked asked = new ArticleLooks.Asked();

  /**
   * @param since when each rule was first asked, UTC, by its name
   * @param links where the collection's pages are published
   */
  AlertFinder(WatchStore store, List<AlertRule> rules, Map<String, Instant> since, Links links) {
    this.store = store;
    this.alerts = store.alerts();
    this.rules = rules;
    this.named = rules.stream().collect(Collectors.toMap(AlertRule::name, Function.identity()));
    this.since = since;
    this.links = links;
  }

  /** What a look at one article came to. */
  private record Looked(String key, String print, List<Hit> hits, List<Now> standing) {}

  private record Hit(AlertRule rule, Finding finding, String alike) {}

  private record Now(AlertRule rule, Known finding, Stand stand) {}

  private record Fired(String rule, String event) {}

  /**
   * Looks for what is new.
   *
   * @param collection as it is now, with all that is marked on it
   * @param marked whether articles are looked at, too, that changed only by what a person or a
   *     guard marked on them
   * @param now UTC
   * @return how many findings were new
   */
  int find(Collection collection, boolean marked, Instant now) {
    KeptTimelines changes = collection.timelines().changes();
    Progress until = new Progress(changes.origin(), changes.latest());
    ArticleLooks looks = new ArticleLooks(collection.timelines(), links, asked);
    int found = 0;
    List<Looked> looked = new ArrayList<>();
    for (String key : keys(collection, marked, now)) {
      look(collection, looks, key, now).ifPresent(looked::add);
      if (looked.size() == AT_ONCE) {
        found += keep(looked, null, now);
        looked.clear();
      }
    }
    boolean news = alerts.memory().progress().filter(until::equals).isEmpty();
    return found + keep(looked, news ? until : null, now);
  }

  /** Keys of the articles to be looked at. */
  private Set<String> keys(Collection collection, boolean marked, Instant now) {
    KeptTimelines changes = collection.timelines().changes();
    Set<String> keys = new LinkedHashSet<>();
    Optional<Progress> asked = alerts.memory().progress();
    if (asked.isPresent() && asked.get().origin().equals(changes.origin())) {
      keys.addAll(changes.since(asked.get().number()));
    } else {
      // The first time, or the collection's index was made anew and its numbers with it.
      keys.addAll(collection.timelines().edits().articles(now.minus(NEWS)));
    }
    if (marked) {
      keys.addAll(changes.unnumbered());
    }
    return keys;
  }

  private Optional<Looked> look(
      Collection collection, ArticleLooks looks, String key, Instant now) {
    String print = collection.timelines().edits().print(key, now.minus(NEWS));
    if (print.equals(alerts.memory().print(key))) {
      return Optional.empty();
    }
    Optional<ArticleLook> look = looks.of(key);
    if (look.isEmpty()) {
      return Optional.empty();
    }
    List<Known> known = alerts.findings().of(key);
    List<Hit> hits = hits(collection, look.get(), key, known, now);
    return Optional.of(new Looked(key, print, hits, standing(look.get(), known)));
  }

  private List<Hit> hits(
      Collection collection, ArticleLook look, String key, List<Known> known, Instant now) {
    Set<Fired> before = new HashSet<>();
    known.forEach(k -> before.add(new Fired(k.rule(), k.event())));
    List<Hit> hits = new ArrayList<>();
    // A takedown changes texts that are no news, and what was told of them is not to be told again.
    Instant news = Times.later(now.minus(NEWS), withheldSince(collection, key));
    for (AlertRule rule : rules) {
      Instant from = Times.later(since.getOrDefault(rule.name(), now), news);
      for (ArticleLook.Hit hit : look.hits(rule, from)) {
        if (!before.contains(new Fired(rule.name(), hit.id()))
            && isNew(collection, rule, hit.id(), key)) {
          hits.add(new Hit(rule, hit.finding().get(), hit.alike().get()));
        }
      }
    }
    return hits;
  }

  /** Since when something of the article is withheld; the epoch where nothing is. */
  private static Instant withheldSince(Collection collection, String key) {
    return collection
        .timelines()
        .find(key)
        .flatMap(
            f ->
                collection.withheldCaptures(f.id()).stream()
                    .map(row -> row.by().since())
                    .max(Instant::compareTo))
        .orElse(Instant.EPOCH);
  }

  /** Not told before, nor under another key that the article had. */
  private boolean isNew(Collection collection, AlertRule rule, String event, String key) {
    if (alerts.findings().isKnown(rule.name(), event)) {
      return false;
    }
    String kind = event.substring(0, event.indexOf(' '));
    String ending = event.substring(kind.length() + key.length() + 2);
    for (AlertFinding before : alerts.findings().ending(rule.name(), kind, ending)) {
      if (collection.timelines().changes().find(before.articleKey()).isEmpty()) {
        alerts.findings().rename(before.id(), event, key);
        return false;
      }
    }
    return true;
  }

  private List<Now> standing(ArticleLook look, List<Known> known) {
    List<Now> standing = new ArrayList<>();
    for (Known finding : known) {
      @Nullable AlertRule rule = named.get(finding.rule());
      if (rule != null) {
        standing.add(new Now(rule, finding, look.stand(rule, finding.event())));
      }
    }
    return standing;
  }

  /**
   * Keeps what was found in one transaction.
   *
   * @param until up to where rules were asked with it; null where there is more to be asked
   */
  private int keep(List<Looked> looked, @Nullable Progress until, Instant now) {
    if (looked.isEmpty() && until == null) {
      return 0;
    }
    return store.write(
        () -> {
          Intake intake = new Intake(alerts, now);
          int found = 0;
          for (Looked one : looked) {
            alerts.memory().print(one.key(), one.print());
            one.standing().forEach(n -> intake.stand(n.rule(), n.finding(), n.stand()));
            for (Hit hit : one.hits()) {
              found += intake.add(hit.rule(), hit.finding(), hit.alike()) ? 1 : 0;
            }
          }
          if (until != null) {
            alerts.memory().progress(until);
          }
          return found;
        });
  }
}
