package stet.watch;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
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
  private final Object oneListAtATime = new Object();

  /** A job that was fetched, as an event. */
  record Arrived(Job.Done done) implements Watcher.Event {}

  Fetching(
      PageFetcher fetcher,
      PayloadSource payloads,
      BlockingQueue<Watcher.Event> events,
      int workers) {
    this.fetcher = fetcher;
    this.payloads = payloads;
    this.events = events;
    AtomicInteger number = new AtomicInteger();
    this.workers =
        Executors.newFixedThreadPool(
            workers,
            work -> {
              Thread t = new Thread(work, "fetch-" + number.incrementAndGet());
              t.setDaemon(true);
              return t;
            });
  }

  /** Starts a job; that it was fetched comes as an event, whatever happens. */
  void start(Job job) {
    HeldRoom room = new HeldRoom();
    Arrived failed = new Arrived(Job.Done.failed(job, OUT_OF_MEMORY, room));
    workers.execute(
        () -> {
          Arrived arrived = failed;
          try {
            arrived = new Arrived(fetch(job, room));
          } finally {
            // Whatever ended the job, and be it that there was no memory left to say what.
            tell(arrived);
          }
        });
  }

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

  private Job.Done fetch(Job job, HeldRoom room) {
    long from = System.nanoTime();
    try {
      Validators known = job.inFull() ? null : job.known().validators(payloads).orElse(null);
      FetchOutcome outcome = fetcher.fetch(new FetchRequest(job.uri(), known, job.via(), room));
      Discovery discovery = job.feed() == null ? null : discovery(outcome);
      return new Job.Done(job, outcome, discovery, millis(from), "", room);
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
  }
}
