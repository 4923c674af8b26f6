package stet.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import stet.fetch.FetchOutcome;
import stet.fetch.HostState;
import stet.fetch.HostThrottle;
import stet.sqlite.DatabaseException;
import stet.watch.queue.HostClaims;
import stet.watch.store.PayloadSource;
import stet.watch.store.Times;
import stet.watch.store.WatchStore;

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
    WAKE,
    /** Something may have become due. */
    LOOK
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

  private static final Duration REST = Duration.ofSeconds(30);
  private static final long FETCHES_STOP_NANOS = 2_000_000_000L;
  private static final long ALL_STOPS_NANOS = 4_500_000_000L;

  private final HostThrottle throttle;
  private final WatchLog log;
  private final Clock clock;
  private final WatchOptions options;
  private final Waiting waiting;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Fetching fetching;
  private final Outbox outbox;
  private final CheckRecorder recorder;
  private final Pausing pausing;

  private final ClockJumps jumps;
  private final Agenda agenda;
  private final Outage outage = new Outage();
  private final IdleNote idleNote;
  private final Heartbeat heartbeat;
  private volatile boolean stopping;
  private long stopNanos;

  /**
   * A watch over a collection.
   *
   * @param fetcher fetches; shares {@code throttle}
   * @param throttle what {@code store} knows of hosts is put into it
   * @param clock that of the queue where several watches share one
   * @param claims which hosts it may ask
   */
  public Watcher(
      WatchStore store,
      PageFetcher fetcher,
      HostThrottle throttle,
      CaptureSink sink,
      PayloadSource payloads,
      WatchLog log,
      Clock clock,
      WatchOptions options,
      HostClaims claims) {
    this(store, fetcher, throttle, sink, payloads, log, clock, options, claims, Waiting.REAL);
  }

  Watcher(
      WatchStore store,
      PageFetcher fetcher,
      HostThrottle throttle,
      CaptureSink sink,
      PayloadSource payloads,
      WatchLog log,
      Clock clock,
      WatchOptions options,
      HostClaims claims,
      Waiting waiting) {
    this.throttle = throttle;
    this.log = log;
    this.clock = clock;
    this.options = options;
    this.waiting = waiting;
    this.fetching = new Fetching(fetcher, payloads, events, options);
    this.outbox = new Outbox(sink, events, options);
    this.recorder = new CheckRecorder(store, throttle, log, options, claims);
    this.pausing = new Pausing(log);
    this.jumps = new ClockJumps(store, throttle, log);
    this.agenda = new Agenda(store, throttle, fetcher::forgiven, claims);
    this.idleNote = new IdleNote(log);
    this.heartbeat = new Heartbeat(store, log, options.heartbeat());
  }

  /**
   * Makes the checks that are due now, and those that its feeds lead to, then returns. Hosts that
   * must not be asked for more than five minutes are left for another time.
   */
  public Pass runOnce() throws InterruptedException {
    agenda.begin(clock.instant());
    return loop();
  }

  /** Makes checks as they come due until {@link #stop} is called. */
  public Pass run() throws InterruptedException {
    agenda.begin(null);
    return loop();
  }

  /** Ends a run within five seconds, without losing what was fetched. From any thread. */
  public void stop() {
    stopping = true;
    events.add(Wake.WAKE);
  }

  /** Has a run look at once at what others made due. From any thread. */
  public void look() {
    events.add(Wake.LOOK);
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
        if (isOver()) {
          return recorder.pass(agenda.postponed(), outbox.count() - agenda.underWay());
        }
        boolean something = agenda.underWay() > 0 || outbox.isBusy();
        if (!something && !agenda.isPass() && !pausing.isPaused() && !outage.isAway()) {
          idleNote.idle(now, agenda.nextTurn());
        }
        Event event = waiting.next(events, patience(clock.instant()), something);
        while (event != null) {
          take(event, clock.instant());
          event = events.poll();
        }
      }
    } finally {
      fetching.close();
      outbox.close();
    }
  }

  private void advance(Instant now) {
    try {
      if (pausing.mayTry(now)) {
        settle(now);
        outbox.handOverAgain();
      }
      if (!stopping && !pausing.isPaused()) {
        agenda.refresh(now);
        dispatch(now);
      }
      if (!stopping && !agenda.isPass()) {
        heartbeat.look(now, recorder.checks(), agenda.nextTurn());
      }
    } catch (DatabaseException e) {
      pausing.pause(e, now);
    }
    if (outage.hasSuspects() && !outage.isAway() && agenda.underWay() == 0 && !isTurn(now)) {
      // No other host to compare with: they are what they seem.
      outbox.add(outage.release());
    }
    outbox.handOver();
  }

  private boolean isTurn(Instant now) {
    return !stopping && agenda.isTurn(now);
  }

  private boolean hasRoom() {
    return agenda.underWay() < options.workers() && outbox.hasRoom();
  }

  private void dispatch(Instant now) {
    if (outage.isAway() && (outage.probeAt().isAfter(now) || agenda.underWay() > 0)) {
      return;
    }
    while (isTurn(now) && hasRoom()) {
      Job job = agenda.next(now);
      if (job != null) {
        outbox.started();
        idleNote.busy();
        fetching.start(job);
        if (outage.isAway()) {
          return;
        }
      }
    }
  }

  private void lookAtTheClock(Instant now) {
    try {
      if (jumps.look(now)) {
        agenda.outdate();
      }
    } catch (DatabaseException e) {
      pausing.pause(e, now);
    }
  }

  private void take(Event event, Instant now) {
    if (event instanceof Fetching.Arrived arrived) {
      arrived(arrived.done(), now);
    } else if (event instanceof BatchWriter.Kept result) {
      outbox.answered(result.taken());
      Exception error = result.error();
      if (error == null) {
        pausing.over();
      } else {
        pausing.pause(error, now);
      }
    } else if (event == Wake.LOOK) {
      agenda.outdate();
    }
  }

  private void arrived(Job.Done done, Instant now) {
    Job job = done.job();
    agenda.arrived(job, now);
    outbox.arrived(done);
    if (done.error().equals("stopped")) {
      forget(done);
    } else if (done.outcome() instanceof FetchOutcome.Deferred deferred) {
      forget(done);
      agenda.turn(job.host(), Times.later(deferred.until(), now.plusSeconds(1)));
    } else if (done.networkFailure()) {
      suspect(done, now);
    } else {
      if (done.reached() && outage.answered()) {
        log.note("the network is back");
        agenda.outdate();
      } else if (done.reached()) {
        outbox.add(outage.release());
      }
      outbox.add(List.of(done));
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
      throttle.restore(List.of(before != null ? before : calm(held.job().host(), now)));
      forget(held);
      // Another host is tried next: this one may be away for good.
      agenda.turn(held.job().host(), now.plus(REST));
    }
  }

  private static HostState calm(String host, Instant now) {
    return new HostState(host, now, 0, Duration.ZERO, LocalDate.ofInstant(now, ZoneOffset.UTC), 0);
  }

  /** Drops a job, so that its row is due as it was. */
  private void forget(Job.Done done) {
    agenda.forget(done.job());
    outbox.drop(done);
  }

  private void settle(Instant now) {
    Outbox.Kept kept = outbox.kept();
    if (kept == null) {
      return;
    }
    recorder.settle(kept.batch(), kept.taken(), now, agenda.due(now));
    pausing.over();
    outbox.noted();
    for (Job.Done done : kept.batch()) {
      forget(done);
      agenda.settled(done.job(), now);
    }
  }

  private boolean isOver() {
    boolean idle = agenda.underWay() == 0 && outbox.isEmpty() && !outage.hasSuspects();
    if (stopping) {
      long since = System.nanoTime() - stopNanos;
      if (since > FETCHES_STOP_NANOS) {
        fetching.close();
      }
      boolean fetched = agenda.underWay() == 0 || since > FETCHES_STOP_NANOS + 500_000_000L;
      boolean stuck = pausing.isPaused() && !outbox.isBusy();
      return fetched && (outbox.isEmpty() || stuck) || since > ALL_STOPS_NANOS;
    }
    return agenda.isPass() && idle && !pausing.isPaused() && (agenda.isEmpty() || outage.isAway());
  }

  private Duration patience(Instant now) {
    if (stopping) {
      return Duration.ofMillis(50);
    }
    Instant wake = now.plus(options.longestIdle());
    if (pausing.isPaused()) {
      wake = Times.earlier(wake, pausing.retryAt());
    } else if (outage.isAway() && agenda.underWay() == 0) {
      wake = Times.earlier(wake, Times.later(outage.probeAt(), agenda.turnAt(wake)));
    } else if (hasRoom() && !outage.isAway()) {
      wake = Times.earlier(Times.earlier(wake, agenda.looksAt()), agenda.turnAt(wake));
    }
    Duration wait = Duration.between(now, wake);
    return wait.compareTo(Duration.ofMillis(5)) < 0 ? Duration.ofMillis(5) : wait;
  }
}
