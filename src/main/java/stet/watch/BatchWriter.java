package stet.watch;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import stet.watch.CaptureSink.Taken;

/** Hands batches to the sink, one after the other, away from the thread that plans. */
final class BatchWriter {
  /** What became of a batch: either {@code taken} or {@code error} is there. */
  record Kept(List<Job.Done> batch, @Nullable List<Taken> taken, @Nullable Exception error)
      implements Watcher.Event {}

  private final CaptureSink sink;
  private final BlockingQueue<Watcher.Event> events;
  private final ExecutorService thread;
  private boolean busy;

  BatchWriter(CaptureSink sink, BlockingQueue<Watcher.Event> events) {
    this.sink = sink;
    this.events = events;
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread t = new Thread(work, "batch-writer");
              t.setDaemon(true);
              return t;
            });
  }

  boolean isBusy() {
    return busy;
  }

  /** Hands a batch over; what became of it comes as an event. */
  void keep(List<Job.Done> batch) {
    busy = true;
    thread.execute(() -> events.add(take(batch)));
  }

  /** The event of a batch was received. */
  void done() {
    busy = false;
  }

  private Kept take(List<Job.Done> batch) {
    List<CaptureSink.Fetched> fetched =
        batch.stream().map(Job.Done::fetched).filter(f -> !f.captures().isEmpty()).toList();
    try {
      List<Taken> taken = fetched.isEmpty() ? List.of() : sink.accept(fetched);
      if (taken.size() != fetched.size()) {
        throw new IOException(
            fetched.size() + " checks were handed over and " + taken.size() + " taken in");
      }
      return new Kept(batch, inOrder(batch, taken), null);
    } catch (IOException | RuntimeException e) {
      return new Kept(batch, null, e);
    } catch (Throwable e) {
      // Whatever ended it, the watch is told; it tries again, as with a full disk.
      return new Kept(batch, null, new IOException(String.valueOf(e), e));
    }
  }

  /** A check without captures was not handed over. */
  private static List<Taken> inOrder(List<Job.Done> batch, List<Taken> taken) {
    var rest = taken.iterator();
    return batch.stream()
        .map(d -> d.fetched().captures().isEmpty() ? Settlement.nothing() : rest.next())
        .toList();
  }

  void close() {
    thread.shutdown();
  }
}
