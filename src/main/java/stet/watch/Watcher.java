package stet.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import stet.fetch.FetchOutcome;
import stet.fetch.HostManners;
import stet.fetch.HostState;
import stet.store.StoreException;
import stet.watch.CaptureSink.Taken;

/**
 * The watch: takes what is due, fetches it from one host at a time each, hands it over to be kept,
 * and only then notes the check as made. Whatever ends the program in between, a check is made
 * again rather than lost.
 *
 * <p>Used by one thread, which {@link #runOnce} or {@link #run} keeps busy; {@link #stop} may be
 * called from any. What is in memory is bounded by the checks under way and the number of hosts,
 * never by the number of articles.
 */
public final class Watcher {
  /** Something that the loop is told. */
  interface Event {}

  private enum Wake implements Event {
    WAKE
  }

  /**
   * What one run did.
   *
   * @param checks made and kept
   * @param changed how many of them showed another text
   * @param failures how many of them showed no state of the article or list
   * @param left due, but of a host that must not be asked for a while
   * @param unkept finished when the run was stopped, but could not be kept; they are due again
   */
  public record Pass(int checks, int changed, int failures, int left, int unkept) {}

  private static final Duration REFRESH = Duration.ofSeconds(30);
  private static final Duration TOO_LONG_FOR_A_PASS = Duration.ofMinutes(5);
  private static final Duration BACKWARDS = Duration.ofSeconds(30);
  private static final long FETCHES_STOP_NANOS = 2_000_000_000L;
  private static final long ALL_STOPS_NANOS = 4_500_000_000L;
  private static final int BATCHES_IN_MEMORY = 4;

  private final WatchStore store;
  private final HostManners manners;
  private final WatchLog log;
  private final Clock clock;
  private final WatchOptions options;
  private final Waiting waiting;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Fetching fetching;
  private final Keeper keeper;
  private final Booking booking;
  private final Pausing pausing;

  private final Turns turns = new Turns();
  private final Outage outage = new Outage();
  private final Map<String, Job> underWay = new HashMap<>();
  private final Map<String, Set<String>> unsettled = new HashMap<>();
  private final List<Job.Done> ready = new ArrayList<>();
  private @Nullable List<Job.Done> handedOver;
  private @Nullable List<Taken> kept;
  private long bytesInMemory;
  private int inMemory;
  private Instant seen = Instant.MIN;
  private Instant refreshAt = Instant.MIN;
  private @Nullable Instant passStart;
  private final Set<String> postponed = new HashSet<>();
  private volatile boolean stopping;
  private long stopNanos;

  /**
   * A watch over a collection.
   *
   * @param fetcher fetches; shares {@code manners}
   * @param manners what {@code store} knows of hosts is put into it
   */
  public Watcher(
      WatchStore store,
      PageFetcher fetcher,
      HostManners manners,
      CaptureSink sink,
      PayloadSource payloads,
      WatchLog log,
      Clock clock,
      WatchOptions options) {
    this(store, fetcher, manners, sink, payloads, log, clock, options, Waiting.REAL);
  }

  Watcher(
      WatchStore store,
      PageFetcher fetcher,
      HostManners manners,
      CaptureSink sink,
      PayloadSource payloads,
      WatchLog log,
      Clock clock,
      WatchOptions options,
      Waiting waiting) {
    this.store = store;
    this.manners = manners;
    this.log = log;
    this.clock = clock;
    this.options = options;
    this.waiting = waiting;
    this.fetching = new Fetching(fetcher, payloads, events, options.workers());
    this.keeper = new Keeper(sink, events);
    this.booking = new Booking(store, manners, log, options);
    this.pausing = new Pausing(log);
  }

  /**
   * Makes the checks that are due now, and those that its feeds lead to, then returns. Hosts that
   * must not be asked for more than five minutes are left for another time.
   */
  public Pass runOnce() throws InterruptedException {
    passStart = clock.instant();
    return loop();
  }

  /** Makes checks as they come due until {@link #stop} is called. */
  public Pass run() throws InterruptedException {
    passStart = null;
    return loop();
  }

  /** Ends a run within five seconds, without losing what was fetched. From any thread. */
  public void stop() {
    stopping = true;
    events.add(Wake.WAKE);
  }

  private Pass loop() throws InterruptedException {
    try {
      while (true) {
        Instant now = clock.instant();
        lookAtTheClock(now);
        if (stopping && stopNanos == 0) {
          stopNanos = System.nanoTime();
        }
        advance(now);
        if (isOver(now)) {
          return booking.pass(postponed.size(), inMemory - underWay.size());
        }
        boolean something = !underWay.isEmpty() || keeper.isBusy();
        Event event = waiting.next(events, patience(clock.instant()), something);
        while (event != null) {
          take(event, clock.instant());
          event = events.poll();
        }
      }
    } finally {
      fetching.close();
      keeper.close();
    }
  }

  private void advance(Instant now) {
    try {
      if (kept != null && pausing.mayTry(now)) {
        settle(now);
      }
      if (handedOver != null && kept == null && !keeper.isBusy() && pausing.mayTry(now)) {
        keeper.keep(handedOver);
      }
      if (!stopping && !pausing.isPaused()) {
        refresh(now);
        dispatch(now);
      }
    } catch (StoreException e) {
      pausing.pause(e, now);
    }
    if (outage.hasSuspects() && !outage.isAway() && underWay.isEmpty() && !isTurn(now)) {
      // No other host to compare with: they are what they seem.
      ready.addAll(outage.release());
    }
    if (handedOver == null && !ready.isEmpty()) {
      handedOver = nextBatch();
      keeper.keep(handedOver);
    }
  }

  /** A clock that goes backwards must not stop the watch; one that leaps makes things due once. */
  private void lookAtTheClock(Instant now) {
    boolean first = seen.equals(Instant.MIN);
    if (first || now.isBefore(seen.minus(BACKWARDS))) {
      try {
        int pulled =
            store.write(() -> store.tracked().pullBack(now) + store.feedTable().pullBack(now));
        if (first) {
          manners.restore(store.hosts().hosts());
        }
        if (pulled > 0 || !first) {
          forgiveHosts(now);
        }
        if (pulled > 0) {
          log.note("the clock was set back; " + pulled + " checks were planned anew");
        }
        refreshAt = Instant.MIN;
      } catch (StoreException e) {
        pausing.pause(e, now);
        return;
      }
    }
    seen = now;
  }

  /** What a host was to be left alone for was reckoned on the other clock. */
  private void forgiveHosts(Instant now) {
    for (HostState s : manners.states()) {
      if (s.notBefore().isAfter(now)) {
        manners.restore(
            List.of(
                new HostState(
                    s.authority(), now, s.failures(), s.crawlDelay(), s.day(), s.asked())));
      }
    }
  }

  private void refresh(Instant now) {
    if (refreshAt.isAfter(now) && !refreshAt.isAfter(now.plus(REFRESH))) {
      return;
    }
    turns.clear();
    for (Map.Entry<String, Instant> next : store.hosts().nextByHost().entrySet()) {
      if (!underWay.containsKey(next.getKey())) {
        plan(next.getKey(), next.getValue(), now);
      }
    }
    refreshAt = now.plus(REFRESH);
  }

  /** Gives a host its turn at {@code next}, or when its manners allow. */
  private void plan(String host, Instant next, Instant now) {
    Instant allowed = manners.mayAskAt(host, now);
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

  /** In a single pass nothing is due that was not so at its beginning. */
  private Instant due(Instant now) {
    return passStart == null ? now : passStart;
  }

  private boolean isTurn(Instant now) {
    return !stopping && turns.first().filter(t -> !t.at().isAfter(now)).isPresent();
  }

  private boolean hasRoom() {
    return underWay.size() < options.workers()
        && inMemory < BATCHES_IN_MEMORY * options.batch()
        && bytesInMemory < 2 * options.batchBytes();
  }

  private void dispatch(Instant now) {
    if (outage.isAway() && (outage.probeAt().isAfter(now) || !underWay.isEmpty())) {
      return;
    }
    while (isTurn(now) && hasRoom()) {
      String host = turns.first().orElseThrow().host();
      Job job = choose(host, now);
      if (job == null) {
        continue;
      }
      turns.remove(host);
      underWay.put(host, job);
      unsettled.computeIfAbsent(host, h -> new HashSet<>()).add(job.key());
      inMemory++;
      fetching.start(job);
      if (outage.isAway()) {
        return;
      }
    }
  }

  /** The first check of a host, lists before pages; null, and another turn, when none is due. */
  private @Nullable Job choose(String host, Instant now) {
    Set<String> busy = unsettled.getOrDefault(host, Set.of());
    HostState before = manners.state(host);
    Instant soonest = null;
    for (WatchedFeed feed : store.feedTable().soonest(host, busy.size() + 1)) {
      if (!busy.contains("f" + feed.id())) {
        if (!feed.state().nextAt().isAfter(due(now)) && !manners.mayAskAt(host, now).isAfter(now)) {
          return job(null, feed, store.feedTable().known(feed.id()), before, now);
        }
        soonest = feed.state().nextAt();
        break;
      }
    }
    for (TrackedPage page : store.tracked().soonest(host, busy.size() + 1)) {
      if (!busy.contains("p" + page.id())) {
        Instant next = page.state().nextAt();
        if (!next.isAfter(due(now)) && !manners.mayAskAt(host, now).isAfter(now)) {
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

  private Job job(
      @Nullable TrackedPage page,
      @Nullable WatchedFeed feed,
      Known known,
      @Nullable HostState before,
      Instant now) {
    boolean inFull = known.trust().asksInFull(now);
    if (!inFull && page != null) {
      int liars = store.hosts().distrusted(page.host(), now.minus(Trust.MEMORY));
      inFull = liars >= Trust.ADDRESSES_OF_A_HOST;
    }
    return new Job(page, feed, known, inFull, before);
  }

  private void take(Event event, Instant now) {
    if (event instanceof Fetching.Arrived arrived) {
      arrived(arrived.done(), now);
    } else if (event instanceof Keeper.Kept result) {
      keeper.done();
      Exception error = result.error();
      if (error == null) {
        kept = result.taken();
        pausing.over();
      } else {
        pausing.pause(error, now);
      }
    }
  }

  private void arrived(Job.Done done, Instant now) {
    Job job = done.job();
    underWay.remove(job.host());
    bytesInMemory += done.fetched().size();
    turns.set(job.host(), manners.mayAskAt(job.host(), now));
    if (done.error().equals("stopped")) {
      forget(done);
    } else if (done.outcome() instanceof FetchOutcome.Deferred deferred) {
      forget(done);
      turns.set(job.host(), Times.later(deferred.until(), now.plusSeconds(1)));
    } else if (done.networkFailure()) {
      suspect(done, now);
    } else {
      if (done.answered() && outage.answered()) {
        log.note("the network is back");
        refreshAt = Instant.MIN;
      } else {
        ready.addAll(outage.release());
      }
      ready.add(done);
    }
  }

  private void suspect(Job.Done done, Instant now) {
    if (outage.suspect(done, now)) {
      log.note(
          "no host can be reached; trying one every 30 seconds, and counting nothing against them");
    }
    if (!outage.isAway()) {
      return;
    }
    for (Job.Done held : outage.release()) {
      HostState before = held.job().before();
      manners.restore(List.of(before != null ? before : calm(held.job().host(), now)));
      forget(held);
      // Another host is tried next: this one may be away for good.
      turns.set(held.job().host(), now.plus(REFRESH));
    }
  }

  private static HostState calm(String host, Instant now) {
    return new HostState(host, now, 0, Duration.ZERO, LocalDate.ofInstant(now, ZoneOffset.UTC), 0);
  }

  /** Drops a job, so that its row is due as it was. */
  private void forget(Job.Done done) {
    Set<String> keys = unsettled.getOrDefault(done.job().host(), Set.of());
    keys.remove(done.job().key());
    if (keys.isEmpty()) {
      unsettled.remove(done.job().host());
    }
    bytesInMemory -= done.fetched().size();
    inMemory--;
  }

  private List<Job.Done> nextBatch() {
    List<Job.Done> batch = new ArrayList<>();
    long bytes = 0;
    while (!ready.isEmpty() && batch.size() < options.batch()) {
      long size = ready.get(0).fetched().size();
      if (!batch.isEmpty() && bytes + size > options.batchBytes()) {
        break;
      }
      bytes += size;
      batch.add(ready.remove(0));
    }
    return batch;
  }

  private void settle(Instant now) {
    List<Job.Done> batch = handedOver;
    List<Taken> taken = kept;
    if (batch == null || taken == null) {
      return;
    }
    booking.settle(batch, taken, now, due(now));
    pausing.over();
    handedOver = null;
    kept = null;
    for (Job.Done done : batch) {
      forget(done);
      String host = done.job().host();
      if (!underWay.containsKey(host)) {
        turns.set(host, now);
      }
    }
    // What feeds named may belong to hosts that had no turn.
    boolean lists = batch.stream().anyMatch(d -> d.job().feed() != null);
    refreshAt = lists ? Instant.MIN : refreshAt;
  }

  private boolean isOver(Instant now) {
    boolean idle =
        underWay.isEmpty() && ready.isEmpty() && handedOver == null && !outage.hasSuspects();
    if (stopping) {
      long since = System.nanoTime() - stopNanos;
      if (since > FETCHES_STOP_NANOS) {
        fetching.close();
      }
      boolean fetched = underWay.isEmpty() || since > FETCHES_STOP_NANOS + 500_000_000L;
      boolean keptAll = ready.isEmpty() && handedOver == null;
      boolean stuck = pausing.isPaused() && !keeper.isBusy();
      return fetched && (keptAll || stuck) || since > ALL_STOPS_NANOS;
    }
    return passStart != null
        && idle
        && !pausing.isPaused()
        && (turns.first().isEmpty() || outage.isAway());
  }

  private Duration patience(Instant now) {
    if (stopping) {
      return Duration.ofMillis(50);
    }
    Instant wake = now.plus(options.longestIdle());
    if (pausing.isPaused()) {
      wake = Times.earlier(wake, pausing.retryAt());
    } else if (outage.isAway() && underWay.isEmpty()) {
      wake = Times.earlier(wake, Times.later(outage.probeAt(), turnAt(wake)));
    } else if (hasRoom() && !outage.isAway()) {
      wake = Times.earlier(wake, turnAt(wake));
    }
    Duration wait = Duration.between(now, wake);
    return wait.compareTo(Duration.ofMillis(5)) < 0 ? Duration.ofMillis(5) : wait;
  }

  private Instant turnAt(Instant otherwise) {
    return turns.first().map(Turns.Turn::at).orElse(otherwise);
  }
}
