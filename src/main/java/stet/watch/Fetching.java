package stet.watch;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import stet.fetch.FetchOutcome;
import stet.fetch.FetchRequest;
import stet.fetch.HeldRoom;
import stet.fetch.Validators;
import stet.fetch.discovery.Discovery;
import stet.fetch.discovery.DiscoveryReader;
import stet.watch.store.PayloadSource;

/** The workers: each fetches one page or list at a time and reads what a list holds. */
final class Fetching {
  private static final String OUT_OF_MEMORY = "failed in itself: out of memory";

  private final PageFetcher fetcher;
  private final PayloadSource payloads;
  private final BlockingQueue<Watcher.Event> events;
  private final ExecutorService workers;
  private final ExecutorService browsers;
  private final Object oneListAtATime = new Object();

  /** A job that was fetched, as an event. */
  record Arrived(Job.Done done) implements Watcher.Event {}

  Fetching(
      PageFetcher fetcher,
      PayloadSource payloads,
      BlockingQueue<Watcher.Event> events,
      WatchOptions options) {
    this.fetcher = fetcher;
    this.payloads = payloads;
    this.events = events;
    this.workers = threads("fetch-", options.workers());
    this.browsers = threads("browser-", options.browsers());
  }

  private static ExecutorService threads(String name, int count) {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        count,
        work -> {
          Thread t = new Thread(work, name + number.incrementAndGet());
          t.setDaemon(true);
          return t;
        });
  }

  /** Starts a job; that it was fetched comes as an event, whatever happens. */
  void start(Job job) {
    HeldRoom room = new HeldRoom();
    run(workers, job, room, () -> fetched(job, room));
  }

  /** What is told of a part of a job; null where a later part tells. */
  private interface Part {
    @Nullable Arrived run();
  }

  private void run(ExecutorService threads, Job job, HeldRoom room, Part part) {
    Arrived failed = new Arrived(Job.Done.failed(job, OUT_OF_MEMORY, room));
    threads.execute(
        () -> {
          @Nullable Arrived arrived = failed;
          try {
            arrived = part.run();
          } finally {
            // Whatever ended the job, and be it that there was no memory left to say what.
            if (arrived != null) {
              tell(arrived);
            }
          }
        });
  }

  /** Other pages are fetched while browsers, of which there are few, show those that need it. */
  private @Nullable Arrived fetched(Job job, HeldRoom room) {
    long from = System.nanoTime();
    Job.Done done = made(job, room, from, () -> fetch(job, room));
    Optional<PageFetcher.Showing> showing =
        job.feed() != null || done.outcome() == null
            ? Optional.empty()
            : fetcher.showing(done.outcome());
    if (showing.isEmpty()) {
      return new Arrived(done);
    }
    PageFetcher.Showing page = showing.get();
    run(
        browsers,
        job,
        room,
        () -> new Arrived(made(job, room, from, () -> new Fetched(page.show(), null))));
    return null;
  }

  private record Fetched(FetchOutcome outcome, @Nullable Discovery discovery) {}

  private void tell(Arrived arrived) {
    while (true) {
      try {
        events.add(arrived);
        return;
      } catch (OutOfMemoryError e) {
        // Another job of this moment holds it, and will end.
        LockSupport.parkNanos(50_000_000);
      }
    }
  }

  private Fetched fetch(Job job, HeldRoom room) throws IOException, InterruptedException {
    Validators known = job.inFull() ? null : job.known().validators(payloads).orElse(null);
    FetchOutcome outcome = fetcher.fetch(new FetchRequest(job.uri(), known, job.via(), room));
    return new Fetched(outcome, job.feed() == null ? null : discovery(outcome));
  }

  private static Job.Done made(Job job, HeldRoom room, long from, Callable<Fetched> work) {
    try {
      Fetched fetched = work.call();
      return new Job.Done(job, fetched.outcome(), fetched.discovery(), millis(from), "", room);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Job.Done(job, null, null, millis(from), "stopped", room);
    } catch (OutOfMemoryError e) {
      return new Job.Done(job, null, null, millis(from), OUT_OF_MEMORY, room);
    } catch (Throwable e) {
      return new Job.Done(job, null, null, millis(from), "failed in itself: " + e, room);
    }
  }

  private static long millis(long from) {
    return (System.nanoTime() - from) / 1_000_000;
  }

  private @Nullable Discovery discovery(FetchOutcome outcome) throws IOException {
    if (!(outcome instanceof FetchOutcome.Answered answered) || answered.status() / 100 != 2) {
      return null;
    }
    // A list may unpack to many times its size; one at a time is enough.
    synchronized (oneListAtATime) {
      return DiscoveryReader.read(answered);
    }
  }

  /** Interrupts what is under way; nothing more is started. */
  void close() {
    workers.shutdownNow();
    browsers.shutdownNow();
  }
}
