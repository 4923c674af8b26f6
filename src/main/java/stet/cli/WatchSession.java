package stet.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import stet.capture.Digest;
import stet.capture.Payload;
import stet.fetch.FetchOptions;
import stet.fetch.Fetcher;
import stet.fetch.HostManners;
import stet.fetch.HostResolver;
import stet.fetch.Pause;
import stet.fetch.RobotsCache;
import stet.track.Collection;
import stet.track.CollectionLock;
import stet.watch.CaptureSink;
import stet.watch.FetchLine;
import stet.watch.WatchLog;
import stet.watch.WatchStore;
import stet.watch.Watcher;

/** All that fetching for a collection needs, opened together; one at a time for a collection. */
final class WatchSession implements AutoCloseable {
  private static final String OTHER =
      "another 'stet fetch' or 'stet watch' works on this collection; one is enough";

  private final Console console;
  private final CollectionLock lock;
  private final WatchStore store;
  private final RobotsCache robots = new RobotsCache();
  private final Fetcher fetcher;
  private final Collection reader;
  private final CollectionSink sink;
  private final Watcher watcher;

  private WatchSession(Console console, HomeOption home, CollectionLock lock, boolean brief)
      throws IOException {
    this.console = console;
    this.lock = lock;
    Settings settings = home.settings();
    FetchOptions options = FetchSettings.fetching(settings);
    HostManners manners = new HostManners(options.politeness());
    this.reader = home.open();
    this.store = WatchStore.open(home.home().resolve(WatchStore.FILE));
    robots.restore(store.robots());
    this.fetcher =
        new Fetcher(options, console.clock(), manners, robots, HostResolver.SYSTEM, Pause.SLEEP);
    this.sink =
        new CollectionSink(home.home(), console.clock(), settings.lockWait(), brief, console::say);
    this.watcher =
        new Watcher(
            store,
            fetcher::fetch,
            manners,
            this::take,
            this::payload,
            log(),
            console.clock(),
            FetchSettings.watching(settings));
  }

  /**
   * Opens it.
   *
   * @param brief whether the run ends soon, so that the right to write may be held throughout
   */
  static WatchSession open(Console console, HomeOption home, boolean brief) throws IOException {
    Collection.requireAt(home.home());
    home.settings().engine();
    CollectionLock lock =
        CollectionLock.acquire(home.home().resolve("watch.lock"), Duration.ZERO, OTHER);
    try {
      return new WatchSession(console, home, lock, brief);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  Watcher watcher() {
    return watcher;
  }

  private List<CaptureSink.Taken> take(List<CaptureSink.Fetched> batch) throws IOException {
    // Servers close idle connections; ours are not to pile up half closed over months.
    fetcher.tidy();
    return sink.accept(batch);
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

  private WatchLog log() {
    return new WatchLog() {
      @Override
      public void fetched(FetchLine line) {
        console.out().println(line.line());
        console.out().flush();
      }

      @Override
      public void note(String line) {
        console.say(line);
      }
    };
  }

  @Override
  public void close() throws IOException {
    try (lock;
        reader;
        store;
        fetcher;
        sink) {
      sink.finish();
      store.keepRobots(robots.entries());
    }
  }
}
