package stet.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import stet.app.browser.BrowserRule;
import stet.app.browser.ShownPages;
import stet.app.queue.QueueSide;
import stet.capture.Capture;
import stet.capture.Digest;
import stet.capture.Payload;
import stet.fetch.FetchOptions;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.fetch.Fetcher;
import stet.fetch.HostResolver;
import stet.fetch.HostThrottle;
import stet.fetch.Pause;
import stet.fetch.PostOutcome;
import stet.fetch.RobotsCache;
import stet.render.RenderOptions;
import stet.track.Collection;
import stet.track.CollectionFolder;
import stet.track.CollectionLock;
import stet.watch.CaptureSink;
import stet.watch.PageFetcher;
import stet.watch.WatchLog;
import stet.watch.Watcher;
import stet.watch.store.WatchStore;

/** All that fetching for a collection needs, opened together; one at a time for a collection. */
public final class WatchSession implements AutoCloseable {
  private static final String OTHER =
      "another 'stet fetch' or 'stet watch' works on this collection; one is enough";

  private final CollectionLock lock;
  private final WatchStore store;
  private final RobotsCache robots = new RobotsCache();
  private final HostThrottle throttle;
  private final Fetcher fetcher;
  private final ShownPages shown;
  private final Collection reader;
  private final CollectionSink sink;
  private final QueueSide queue;
  private final Watcher watcher;

  private WatchSession(
      CollectionHome home, Clock own, WatchLog log, CollectionLock lock, boolean brief)
      throws IOException {
    this.lock = lock;
    Settings settings = home.settings();
    FetchOptions options = settings.fetching();
    this.throttle = new HostThrottle(options.politeness());
    this.reader = home.open();
    this.store = home.watchedBeforeUse();
    this.queue = queue(home, settings, own);
    Clock clock = queue.clock();
    this.fetcher = new Fetcher(options, clock, throttle, robots, HostResolver.SYSTEM, Pause.SLEEP);
    this.shown =
        shownPages(
            home.folder(),
            settings,
            RenderOptions.Limits.STANDARD,
            digest -> payload(digest).isPresent(),
            clock);
    this.sink =
        new CollectionSink(
            home.folder(), clock, settings.lockWait(), brief, log::note, queue.texts());
    this.watcher =
        new Watcher(
            store,
            fetching(),
            throttle,
            this::take,
            this::payload,
            log,
            clock,
            settings.watching(),
            queue.claims());
  }

  /**
   * What shows pages as the settings say.
   *
   * @param archived whether those bytes were captured before
   */
  static ShownPages shownPages(
      Path home,
      Settings settings,
      RenderOptions.Limits limits,
      Predicate<Digest> archived,
      Clock clock) {
    boolean pictures = settings.get(SettingKey.FETCH_PICTURES).equals("desktop");
    RenderOptions.Picture picture =
        pictures ? RenderOptions.Picture.WEBP : RenderOptions.Picture.NONE;
    return ShownPages.open(
        home.resolve(WatchStore.FILE),
        BrowserRule.of(settings.get(SettingKey.FETCH_BROWSER)),
        settings.watching().browsers(),
        settings.engine().extractor(),
        RenderOptions.TEXT.with(picture).with(limits),
        archived,
        clock);
  }

  private QueueSide queue(CollectionHome home, Settings settings, Clock own) throws IOException {
    try {
      QueueSide side =
          QueueSide.open(
              home.folder(),
              home.queue(),
              store,
              throttle,
              robots,
              own,
              settings.watching().workers());
      if (!side.claims().isShared()) {
        robots.restore(store.robots());
      }
      return side;
    } catch (IOException | RuntimeException e) {
      store.close();
      reader.close();
      throw e;
    }
  }

  /**
   * Opens it.
   *
   * @param log is told of each check
   * @param brief whether the run ends soon, so that the right to write may be held throughout
   * @throws stet.track.CollectionException when there is no collection, or another session is open
   * @throws AppException when the settings are wrong
   */
  public static WatchSession open(CollectionHome home, Clock clock, WatchLog log, boolean brief)
      throws IOException {
    new CollectionFolder(home.folder()).require();
    home.settings().engine();
    CollectionLock lock = lock(home);
    try {
      return new WatchSession(home, clock, log, lock, brief);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Takes the right to be the one that fetches.
   *
   * @throws stet.track.CollectionException when another has it
   */
  static CollectionLock lock(CollectionHome home) throws IOException {
    return lock(home, OTHER);
  }

  /**
   * The same for who fetches nothing, and must not work beside who does.
   *
   * @param other what is said where another has it
   * @throws stet.track.CollectionException when another has it
   */
  public static CollectionLock lock(CollectionHome home, String other) throws IOException {
    return CollectionLock.acquire(home.folder().resolve("watch.lock"), Duration.ZERO, other);
  }

  /** What checks, until it is stopped. */
  public Watcher watcher() {
    return watcher;
  }

  /** Sends a form as politely as pages are fetched; see {@link Fetcher#post}. */
  public PostOutcome post(String uri, Map<String, String> form) {
    return fetcher.post(uri, form);
  }

  /** What it knows of hosts, for who fetches beside it. */
  OutOfTurn.Known known() {
    return new OutOfTurn.Known(throttle, robots, queue);
  }

  private PageFetcher fetching() {
    return new PageFetcher() {
      @Override
      public FetchOutcome fetch(FetchRequest request) throws InterruptedException {
        return fetcher.fetch(shown.expects(request.uri()) ? request.inFull() : request);
      }

      @Override
      public Optional<Showing> showing(FetchOutcome fetched) {
        return shown.showing(fetched, page -> fetcher.visit(page)::get);
      }

      @Override
      public void forgiven(String authority) {
        robots.forgive(authority);
      }
    };
  }

  private List<CaptureSink.Taken> take(List<CaptureSink.Fetched> batch) throws IOException {
    // Servers close idle connections; ours are not to pile up half closed over months.
    fetcher.tidy();
    List<CaptureSink.Taken> taken = sink.accept(batch);
    for (int i = 0; i < taken.size(); i++) {
      if (taken.get(i).showed() == CaptureSink.Showed.NO_ARTICLE && !batch.get(i).list()) {
        List<Capture> captures = batch.get(i).captures();
        shown.foundNothing(captures.get(captures.size() - 1));
      }
    }
    return taken;
  }

  private Optional<Payload> payload(Digest digest) {
    try {
      synchronized (reader) {
        return reader.payload(digest);
      }
    } catch (IOException | RuntimeException e) {
      // Then the page is asked for in full, which costs a little and loses nothing.
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    try (lock;
        reader;
        store;
        queue;
        fetcher;
        shown;
        sink) {
      sink.finish();
      if (!queue.claims().isShared()) {
        store.keepRobots(robots.entries());
      }
    }
  }
}
