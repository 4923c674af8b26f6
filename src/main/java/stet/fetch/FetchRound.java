package stet.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Some fetches for somebody who waits for them: hosts are asked beside each other, the pages of one
 * host one after the other as the throttle allows, and after a while it ends, however many are
 * left. For one round.
 */
public final class FetchRound {
  private static final int HOSTS_AT_ONCE = 8;

  private final FetchOptions options;
  private final Clock clock;
  private final HostThrottle throttle;
  private final RobotsCache robots;
  private final Object taking = new Object();
  private boolean over;

  /**
   * @param throttle may be shared with others who fetch at the same time
   * @param robots likewise
   */
  public FetchRound(FetchOptions options, Clock clock, HostThrottle throttle, RobotsCache robots) {
    this.options = options;
    this.clock = clock;
    this.throttle = throttle;
    this.robots = robots;
  }

  /** Is told of each fetch when it is done, of one at a time. */
  public interface Taker {
    /**
     * @param outcome deferred where the host must not be asked until the round is over
     * @param took since the fetch began
     */
    void fetched(FetchRequest request, FetchOutcome outcome, Duration took);
  }

  /**
   * Makes the round. What is under way when the time is over is given up, and the taker is not told
   * of it, nor of what was not begun.
   *
   * @param requests of addresses as {@link stet.capture.WebAddress#spelled} writes them
   * @param time after which nothing more is waited for but the taker
   * @throws InterruptedException when the thread is
   */
  public void run(List<FetchRequest> requests, Duration time, Taker taker)
      throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    Map<String, List<FetchRequest>> byHost = new LinkedHashMap<>();
    for (FetchRequest request : requests) {
      byHost.computeIfAbsent(Fetcher.authority(request.uri()), h -> new ArrayList<>()).add(request);
    }
    ExecutorService workers = workers();
    try (Fetcher fetcher =
        new Fetcher(options, clock, throttle, robots, HostResolver.SYSTEM, Pause.SLEEP)) {
      byHost.forEach((host, its) -> workers.execute(() -> ask(fetcher, host, its, end, taker)));
      workers.shutdown();
      workers.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      synchronized (taking) {
        over = true;
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static ExecutorService workers() {
    return Executors.newFixedThreadPool(
        HOSTS_AT_ONCE,
        work -> {
          Thread thread = new Thread(work, "fetch-round");
          thread.setDaemon(true);
          return thread;
        });
  }

  private void ask(
      Fetcher fetcher, String host, List<FetchRequest> requests, long end, Taker taker) {
    try {
      for (FetchRequest request : requests) {
        long from = System.nanoTime();
        FetchOutcome outcome = fetcher.fetch(request);
        while (outcome instanceof FetchOutcome.Deferred deferred
            && waited(host, deferred.until(), end)) {
          from = System.nanoTime();
          outcome = fetcher.fetch(request);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        synchronized (taking) {
          if (over) {
            return;
          }
          taker.fetched(request, outcome, took);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for a host; false, without waiting, where that would take too long. */
  private boolean waited(String host, Instant until, long end) throws InterruptedException {
    Instant now = clock.instant();
    Instant free = throttle.mayAskAt(host, now);
    Instant at = free.isAfter(until) ? free : until;
    long millis = Math.max(1, Duration.between(now, at).toMillis());
    if (millis > TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
      return false;
    }
    Thread.sleep(millis);
    return true;
  }
}
