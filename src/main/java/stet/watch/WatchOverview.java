package stet.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.fetch.FetchOptions.Politeness;
import stet.fetch.HostState;
import stet.fetch.HostThrottle;
import stet.watch.queue.Workers;
import stet.watch.store.Times;
import stet.watch.store.TrackedPage;
import stet.watch.store.Trust;
import stet.watch.store.WatchStatus;
import stet.watch.store.WatchStatus.Failed;
import stet.watch.store.WatchStatus.Next;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

/** Looks at the watch from outside: its status, and what it would fetch when. Changes nothing. */
public final class WatchOverview {
  private final WatchStore store;

  /** Over an open file. */
  public WatchOverview(WatchStore store) {
    this.store = store;
  }

  /**
   * Where the watch stands.
   *
   * @param most so many next checks, hosts and errors at most
   */
  public WatchStatus status(Instant now, int most) {
    List<WatchedFeed> feeds = store.feeds();
    int feedsDue = (int) feeds.stream().filter(f -> !f.state().nextAt().isAfter(now)).count();
    List<Next> next = new ArrayList<>();
    store.tracked().soonest(most).forEach(p -> next.add(next(p)));
    feeds.forEach(f -> next.add(next(f)));
    next.sort(Comparator.comparing(Next::at).thenComparing(Next::uri));
    return new WatchStatus(
        store.tracked().count(false),
        store.tracked().count(true),
        store.tracked().countDue(now),
        feeds.size(),
        feedsDue,
        next.subList(0, Math.min(most, next.size())),
        troubled(now, most),
        store.hosts().distrusted(now.minus(Trust.MEMORY), most),
        errors(feeds, most),
        store.queue().map(q -> Workers.of(q.sql())).orElse(List.of()),
        store.browsers().all().stream()
            .filter(b -> b.cost().shown() + b.cost().failed() > 0)
            .limit(most)
            .toList());
  }

  /**
   * Whether somebody watches: where something has been due for too long whose host may be asked,
   * and nothing at all was asked in that time, nobody does.
   *
   * @param stale what is too long
   * @param rules when hosts may be asked
   */
  public WatchHealth health(Instant now, Duration stale, Politeness rules) {
    HostThrottle throttle = throttle(rules);
    Instant waiting = null;
    Instant next = null;
    for (Map.Entry<String, Instant> due : store.hosts().nextByHost().entrySet()) {
      HostState host = throttle.state(due.getKey());
      Instant from = host == null ? due.getValue() : Times.later(due.getValue(), host.notBefore());
      boolean free = !throttle.mayAskAt(due.getKey(), now).isAfter(now);
      if (free && !from.isAfter(now)) {
        waiting = waiting == null ? from : Times.earlier(waiting, from);
      }
      next = next == null ? due.getValue() : Times.earlier(next, due.getValue());
    }
    Instant last = store.lastAsked().orElse(null);
    Instant limit = now.minus(stale);
    boolean quiet = last == null || last.isBefore(limit);
    long tracked = store.tracked().count(false) + store.feeds().size();
    boolean nobody = waiting != null && waiting.isBefore(limit) && quiet;
    return new WatchHealth(tracked, store.due(now), last, waiting, next, nobody);
  }

  /** All of it in numbers; see {@link #health}. */
  public WatchCounts counts(Instant now, Duration stale, Politeness rules) {
    return new WatchCounts(
        store.tracked().count(false),
        store.feeds().size(),
        store.outcomes(),
        store.hosts().hosts().stream().filter(h -> rests(h, now)).count(),
        health(now, stale, rules));
  }

  private static Next next(TrackedPage page) {
    return new Next(page.state().nextAt(), page.uri(), false, page.state().outcome());
  }

  private static Next next(WatchedFeed feed) {
    return new Next(feed.state().nextAt(), feed.uri(), true, feed.state().outcome());
  }

  /** Whether a host is left alone for longer than lies between two requests. */
  public static boolean rests(HostState host, Instant now) {
    return host.notBefore().isAfter(now.plusSeconds(60));
  }

  private List<HostState> troubled(Instant now, int most) {
    return store.hosts().hosts().stream()
        .filter(h -> h.failures() > 0 || rests(h, now))
        .sorted(Comparator.comparing(HostState::notBefore).reversed())
        .limit(most)
        .toList();
  }

  private List<Failed> errors(List<WatchedFeed> feeds, int most) {
    List<Failed> errors = new ArrayList<>();
    for (TrackedPage page : store.tracked().failing(most)) {
      TrackedPage.State s = page.state();
      Instant at = s.askedAt() == null ? Instant.EPOCH : s.askedAt();
      errors.add(new Failed(at, page.uri(), false, s.outcome(), s.detail(), s.failures()));
    }
    for (WatchedFeed feed : feeds) {
      WatchedFeed.State s = feed.state();
      if (s.failures() > 0) {
        Instant at = s.askedAt() == null ? Instant.EPOCH : s.askedAt();
        errors.add(new Failed(at, feed.uri(), true, s.outcome(), s.detail(), s.failures()));
      }
    }
    errors.sort(Comparator.comparing(Failed::at).reversed().thenComparing(Failed::uri));
    return errors.subList(0, Math.min(most, errors.size()));
  }

  /**
   * What would be fetched from now on, in order, as far as it is known before it is done: what
   * feeds will name and how checks will turn out is not.
   *
   * @param until the horizon
   * @param delay between two requests to one host
   * @param most so many at most
   */
  public List<Next> plan(Instant now, Instant until, Duration delay, int most) {
    HostThrottle throttle = throttle(Politeness.STANDARD);
    List<Next> due = new ArrayList<>();
    Map<String, String> hosts = new HashMap<>();
    for (WatchedFeed feed : store.feeds()) {
      if (!feed.state().nextAt().isAfter(until)) {
        due.add(next(feed));
        hosts.put(feed.uri(), feed.host());
      }
    }
    for (TrackedPage page : store.tracked().before(until, most)) {
      due.add(next(page));
      hosts.put(page.uri(), page.host());
    }
    due.sort(Comparator.comparing(Next::at).thenComparing(Next::uri));
    Map<String, Instant> free = new HashMap<>();
    List<Next> plan = new ArrayList<>();
    for (Next next : due) {
      String host = hosts.getOrDefault(next.uri(), "");
      Instant allowed = free.computeIfAbsent(host, h -> throttle.mayAskAt(h, now));
      Instant at = Times.later(Times.later(next.at(), now), allowed);
      free.put(host, at.plus(delay));
      if (!at.isAfter(until)) {
        plan.add(new Next(at, next.uri(), next.list(), next.last()));
      }
    }
    plan.sort(Comparator.comparing(Next::at).thenComparing(Next::uri));
    return List.copyOf(plan.subList(0, Math.min(most, plan.size())));
  }

  private HostThrottle throttle(Politeness rules) {
    HostThrottle throttle = new HostThrottle(rules);
    throttle.restore(store.hosts().hosts());
    return throttle;
  }
}
