package stet.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.fetch.HostState;
import stet.fetch.HostThrottle;
import stet.watch.queue.HostClaims;
import stet.watch.store.Known;
import stet.watch.store.Times;
import stet.watch.store.TrackedPage;
import stet.watch.store.WatchStore;
import stet.watch.store.WatchedFeed;

/**
 * Which check comes next: whose turn it is, what of that host is due, and what is under way
 * already. Holds hosts and what is under way, never articles.
 */
final class Agenda {
  private static final Duration LONGEST_REST = Duration.ofSeconds(30);
  private static final Duration TOO_LONG_FOR_A_PASS = Duration.ofMinutes(5);

  /** A host that must not be asked for longer is another worker's to wait for. */
  private static final Duration TOO_LONG_TO_HOLD = Duration.ofSeconds(5);

  private final WatchStore store;
  private final HostThrottle throttle;
  private final Consumer<String> forgiving;
  private final HostClaims claims;
  private final Turns turns = new Turns();
  private final Set<String> underWay = new HashSet<>();
  private final Map<String, Set<String>> unsettled = new HashMap<>();
  private final Set<String> postponed = new HashSet<>();
  private Instant refreshAt = Instant.MIN;
  private @Nullable Instant passStart;

  /**
   * @param forgiving is told of hosts the cause of whose failures is said to be mended
   * @param claims which hosts may be asked
   */
  Agenda(WatchStore store, HostThrottle throttle, Consumer<String> forgiving, HostClaims claims) {
    this.store = store;
    this.throttle = throttle;
    this.forgiving = forgiving;
    this.claims = claims;
  }

  /**
   * Begins a run.
   *
   * @param start when a single pass began, in which nothing is due that was not so then; null for a
   *     run without end
   */
  void begin(@Nullable Instant start) {
    passStart = start;
  }

  boolean isPass() {
    return passStart != null;
  }

  /** What is due at {@code now} is what was planned until then. */
  Instant due(Instant now) {
    return passStart == null ? now : passStart;
  }

  /** The file is to be looked at again, because it tells of something new. */
  void outdate() {
    refreshAt = Instant.MIN;
  }

  /** Looks at the file again when it is time to: other commands may have changed it. */
  void refresh(Instant now) {
    if (refreshAt.isAfter(now) && !refreshAt.isAfter(now.plus(LONGEST_REST))) {
      return;
    }
    Duration patience = passStart == null ? TOO_LONG_TO_HOLD : TOO_LONG_FOR_A_PASS;
    HostClaims.Look look = new HostClaims.Look(now, due(now), patience);
    Map<String, Instant> claimed =
        claims.next(look, host -> underWay.contains(host) || unsettled.containsKey(host));
    for (String host : claims.forgiven()) {
      throttle.forgive(host, now);
      forgiving.accept(host);
    }
    turns.clear();
    for (Map.Entry<String, Instant> next : claimed.entrySet()) {
      if (!underWay.contains(next.getKey())) {
        plan(next.getKey(), next.getValue(), now);
      }
    }
    refreshAt = now.plus(claims.rest());
  }

  /** Gives a host its turn at {@code next}, or when its throttle allows. */
  private void plan(String host, Instant next, Instant now) {
    Instant allowed = throttle.mayAskAt(host, now);
    boolean later = next.isAfter(due(now));
    if (passStart != null && later) {
      turns.remove(host);
    } else if (passStart != null && allowed.isAfter(now.plus(TOO_LONG_FOR_A_PASS))) {
      turns.remove(host);
      postponed.add(host);
    } else {
      turns.set(host, Times.later(next, allowed));
    }
  }

  boolean isTurn(Instant now) {
    return turns.first().filter(t -> !t.at().isAfter(now)).isPresent();
  }

  /** Whether no host has a turn; where more may be had, they are looked for. */
  boolean isEmpty() {
    if (turns.first().isEmpty() && !claims.isExhausted()) {
      outdate();
      return false;
    }
    return turns.first().isEmpty();
  }

  /** When the first turn is, of whatever host; null where there is none. */
  @Nullable Instant nextTurn() {
    return turns.first().map(Turns.Turn::at).orElseGet(claims::upcoming);
  }

  /** When hosts are to be looked for again; far off where they come by themselves. */
  Instant looksAt() {
    return claims.isShared() ? refreshAt : Instant.MAX;
  }

  /** When the first turn is; {@code otherwise} where there is none. */
  Instant turnAt(Instant otherwise) {
    return turns.first().map(Turns.Turn::at).orElse(otherwise);
  }

  /** Gives a host another turn. */
  void turn(String host, Instant at) {
    turns.set(host, at);
  }

  /**
   * Takes the first check of the host whose turn it is.
   *
   * @return null where none of it is due; then the host has another turn, or none
   */
  @Nullable Job next(Instant now) {
    String host = turns.first().orElseThrow().host();
    Job job = choose(host, now);
    if (job != null) {
      turns.remove(host);
      underWay.add(host);
      unsettled.computeIfAbsent(host, h -> new HashSet<>()).add(job.key());
    }
    return job;
  }

  /** The first check of a host, lists before pages; null, and another turn, when none is due. */
  private @Nullable Job choose(String host, Instant now) {
    if (!claims.holds(host)) {
      turns.remove(host);
      return null;
    }
    Set<String> busy = unsettled.getOrDefault(host, Set.of());
    HostState before = throttle.state(host);
    Instant soonest = null;
    for (WatchedFeed feed : store.feedTable().soonest(host, busy.size() + 1)) {
      if (!busy.contains("f" + feed.id())) {
        if (isDue(feed.state().nextAt(), host, now)) {
          return job(null, feed, store.feedTable().known(feed.id()), before, now);
        }
        soonest = feed.state().nextAt();
        break;
      }
    }
    for (TrackedPage page : store.tracked().soonest(host, busy.size() + 1)) {
      if (!busy.contains("p" + page.id())) {
        Instant next = page.state().nextAt();
        if (isDue(next, host, now)) {
          return job(page, null, page.state().known(), before, now);
        }
        soonest = soonest == null ? next : Times.earlier(soonest, next);
        break;
      }
    }
    if (soonest == null) {
      turns.remove(host);
    } else {
      plan(host, soonest, now);
    }
    return null;
  }

  private boolean isDue(Instant next, String host, Instant now) {
    return !next.isAfter(due(now)) && !throttle.mayAskAt(host, now).isAfter(now);
  }

  private Job job(
      @Nullable TrackedPage page,
      @Nullable WatchedFeed feed,
      Known known,
      @Nullable HostState before,
      Instant now) {
    return new Job(page, feed, known, Job.inFull(store, page, known, now), before);
  }

  /** A check was fetched; its host may be asked for another when its throttle allows. */
  void arrived(Job job, Instant now) {
    underWay.remove(job.host());
    turns.set(job.host(), throttle.mayAskAt(job.host(), now));
  }

  /** A check was settled or dropped, so that its row tells again when it is due. */
  void forget(Job job) {
    Set<String> keys = unsettled.getOrDefault(job.host(), Set.of());
    keys.remove(job.key());
    if (keys.isEmpty()) {
      unsettled.remove(job.host());
    }
  }

  /** What was settled may be due at once, and a list may have named pages of other hosts. */
  void settled(Job job, Instant now) {
    if (!underWay.contains(job.host())) {
      turns.set(job.host(), now);
    }
    if (job.feed() != null) {
      outdate();
    }
  }

  int underWay() {
    return underWay.size();
  }

  /** How many hosts were left for another time, because they must rest for long. */
  int postponed() {
    return postponed.size();
  }
}
