package stet.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.app.browser.ShownPages;
import stet.app.queue.QueueSide;
import stet.capture.Digest;
import stet.capture.Payload;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.fetch.FetchRound;
import stet.fetch.Fetcher;
import stet.fetch.HostResolver;
import stet.fetch.HostState;
import stet.fetch.HostThrottle;
import stet.fetch.Pause;
import stet.fetch.RobotsCache;
import stet.fetch.RobotsEntry;
import stet.render.RenderOptions;
import stet.track.Collection;
import stet.watch.FetchLine;
import stet.watch.PageFetcher;
import stet.watch.SpotChecks;
import stet.watch.WatchLog;
import stet.watch.store.WatchStore;

/**
 * All that fetching for somebody who waits needs, opened together. It begins with what was learnt
 * of hosts before, by whomever, and leaves what it learnt of them.
 */
final class OutOfTurn implements AutoCloseable {
  /** Whoever waits is told otherwise, and what is held is shown where the watch is. */
  private static final WatchLog SILENT =
      new WatchLog() {
        @Override
        public void fetched(FetchLine line) {}

        @Override
        public void note(String line) {}
      };

  private final Clock clock;
  private final WatchStore store;
  private final Collection reader;
  private final CollectionSink sink;
  private final HostThrottle throttle;
  private final RobotsCache robots;
  private final SpotChecks checks;
  private final ShownPages shown;
  private final QueueSide queue;
  private final boolean beside;
  private final Set<HostState> hostsBefore;
  private final Set<RobotsEntry> robotsBefore;

  private OutOfTurn(CollectionHome home, Clock own, Known known) throws IOException {
    Settings settings = home.settings();
    this.throttle = known.throttle();
    this.robots = known.robots();
    this.reader = home.open();
    this.store = home.watchedBeforeUse();
    this.queue = queue(home, own, known);
    this.beside = known.running() != null;
    this.clock = queue.clock();
    this.sink =
        new CollectionSink(
            home.folder(), clock, settings.lockWait(), true, SILENT::note, queue.texts());
    if (known.running() == null && !queue.claims().isShared()) {
      throttle.restore(store.hosts().hosts());
      robots.restore(store.robots());
    }
    this.hostsBefore = new HashSet<>(throttle.states());
    this.robotsBefore = new HashSet<>(robots.entries());
    this.shown =
        WatchSession.shownPages(
            home.folder(),
            settings,
            RenderOptions.Limits.BRIEF,
            digest -> payload(digest).isPresent(),
            clock);
    this.checks =
        new SpotChecks(
            store,
            throttle,
            sink,
            this::payload,
            SILENT,
            clock,
            settings.watching(),
            queue.claims());
  }

  private QueueSide queue(CollectionHome home, Clock own, Known known) throws IOException {
    if (known.running() != null) {
      return known.running();
    }
    try {
      return QueueSide.passing(home.folder(), home.queue(), store, throttle, robots, own);
    } catch (IOException | RuntimeException e) {
      store.close();
      reader.close();
      throw e;
    }
  }

  /**
   * What is known of hosts and their robots.txt files.
   *
   * @param running of the watch that knows it, which is not to be read from its file then; null
   *     where none runs in this process
   */
  record Known(HostThrottle throttle, RobotsCache robots, @Nullable QueueSide running) {
    /** Nothing yet. */
    static Known nothing(FetchOptions options) {
      return new Known(new HostThrottle(options.politeness()), new RobotsCache(), null);
    }
  }

  /**
   * Opens it.
   *
   * @throws stet.track.CollectionException when there is no collection, or it cannot be read
   */
  static OutOfTurn open(CollectionHome home, Clock clock, Known known) throws IOException {
    return new OutOfTurn(home, clock, known);
  }

  /** Forgives the failures of hosts, since who asks says that their cause is mended. */
  void forgive(Set<String> authorities) {
    for (String authority : authorities) {
      throttle.forgive(authority, clock.instant());
      robots.forgive(authority);
    }
  }

  WatchStore store() {
    return store;
  }

  SpotChecks checks() {
    return checks;
  }

  /**
   * Fetches.
   *
   * @throws IOException when the thread was interrupted
   */
  void round(
      FetchOptions options, List<FetchRequest> requests, Duration time, FetchRound.Taker taker)
      throws IOException {
    List<FetchRequest> all =
        requests.stream().map(r -> shown.expects(r.uri()) ? r.inFull() : r).toList();
    try (Fetcher parts =
        new Fetcher(options, clock, throttle, robots, HostResolver.SYSTEM, Pause.SLEEP)) {
      new FetchRound(options, clock, throttle, robots)
          .run(
              all,
              time,
              (request, outcome, took) ->
                  inBrowser(outcome, parts).ifPresent(o -> taker.fetched(request, o, took)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** With what a browser shows where it has to; empty where nobody waits for that any more. */
  private Optional<FetchOutcome> inBrowser(FetchOutcome outcome, Fetcher parts) {
    Optional<PageFetcher.Showing> showing = shown.showing(outcome, page -> parts.visit(page)::get);
    try {
      return Optional.of(showing.isEmpty() ? outcome : showing.get().show());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<Payload> payload(Digest digest) {
    try {
      return reader.payload(digest);
    } catch (IOException | RuntimeException e) {
      // Then the page is asked for in full, which costs a little and loses nothing.
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    try (reader;
        store;
        QueueSide given = beside ? null : queue;
        shown;
        sink) {
      sink.finish();
      if (queue.claims().isShared()) {
        // What was learnt of hosts is noted with their being given back.
        return;
      }
      List<HostState> hosts =
          throttle.states().stream().filter(s -> !hostsBefore.contains(s)).toList();
      store.writeWatched(
          () -> {
            hosts.forEach(store.hosts()::save);
            return hosts.size();
          });
      store.keepRobots(robots.entries().stream().filter(r -> !robotsBefore.contains(r)).toList());
    }
  }
}
