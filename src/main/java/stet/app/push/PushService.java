package stet.app.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import stet.app.CollectionHome;
import stet.sqlite.DatabaseException;
import stet.sqlite.OpenedOnce;
import stet.text.OneLine;
import stet.text.SafeText;
import stet.watch.push.HubRequest;
import stet.watch.push.HubRequests;
import stet.watch.store.WatchStore;

/**
 * Asks hubs to tell of the lists that name them, beside a watch and a server that hubs can call.
 * Nothing that goes wrong here keeps the watch from watching.
 */
public final class PushService implements AutoCloseable {
  private static final Duration REST = Duration.ofSeconds(30);
  private static final long SHORTEST_MILLIS = 100;
  private static final long RETRY_MILLIS = 5_000;

  private final OpenedOnce<WatchStore> store;
  private final String base;
  private final Clock clock;
  private final HubCaller hubs;
  private final Consumer<String> log;
  private final Semaphore stopped = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "websub");
  private volatile boolean stopping;
  private String trouble = "";

  /**
   * @param base what comes before the key in the address that hubs call
   * @param log is told what a person should know, in one line each, by a thread of this
   */
  public PushService(
      CollectionHome home, String base, Clock clock, HubCaller hubs, Consumer<String> log) {
    this.store = new OpenedOnce<>(() -> true, home::watchedBeforeUse, WatchStore::close);
    this.base = base;
    this.clock = clock;
    this.hubs = hubs;
    this.log = log;
    thread.setDaemon(true);
  }

  /** Begins to ask. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!stopped.tryAcquire(step(), TimeUnit.MILLISECONDS)) {
        // Once more.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      store.close();
    }
  }

  /**
   * Makes all requests that are due.
   *
   * @return how long to wait for the next, in milliseconds
   */
  long step() {
    try {
      HubRequests requests = new HubRequests(store.open(), base);
      for (HubRequest request : requests.due(clock.instant())) {
        var outcome = hubs.post(request.hub(), request.form());
        if (stopping) {
          return 0;
        }
        requests.answered(request, outcome, clock.instant()).ifPresent(this::say);
      }
      trouble = "";
      Instant next = requests.next().orElse(Instant.MAX);
      Instant rest = clock.instant().plus(REST);
      long millis = next.isBefore(rest) ? Duration.between(clock.instant(), next).toMillis() : 0;
      return next.isBefore(rest) ? Math.max(SHORTEST_MILLIS, millis) : REST.toMillis();
    } catch (DatabaseException e) {
      store.close();
      complain(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      complain("failed in itself: " + e);
    }
    return RETRY_MILLIS;
  }

  private void complain(String what) {
    if (!what.equals(trouble)) {
      say(what);
      trouble = what;
    }
  }

  private void say(String line) {
    log.accept("websub: " + SafeText.escaped(OneLine.of(line)));
  }

  /** Ends it, whether or not it was begun. What a hub was asked for holds on. */
  @Override
  public void close() {
    stopping = true;
    stopped.release();
    thread.interrupt();
    try {
      thread.join();
      store.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
