package stet.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import stet.watch.CaptureSink.Taken;

/**
 * The checks in memory, from their start until they are noted as made: bounds how many and how
 * large they are, and hands those that were fetched to the writer, one batch after the other. A
 * batch that could not be kept stays and is handed over again. Used by the watch's thread alone.
 */
final class Outbox {
  private static final int BATCHES_IN_MEMORY = 4;

  private final WatchOptions options;
  private final BatchWriter writer;
  private final List<Job.Done> ready = new ArrayList<>();
  private @Nullable List<Job.Done> handedOver;
  private @Nullable List<Taken> taken;
  private long bytes;
  private int count;

  /** Checks that were kept and now are to be noted, each with what the sink said of it. */
  record Kept(List<Job.Done> batch, List<Taken> taken) {}

  /**
   * @param events where the writer tells what became of a batch
   */
  Outbox(CaptureSink sink, BlockingQueue<Watcher.Event> events, WatchOptions options) {
    this.options = options;
    this.writer = new BatchWriter(sink, events);
  }

  /** Whether another check may be started without more in memory than is good. */
  boolean hasRoom() {
    return count < BATCHES_IN_MEMORY * options.batch() && bytes < 2 * options.batchBytes();
  }

  /** How many checks are in memory, those under way among them. */
  int count() {
    return count;
  }

  /** Whether no fetched check waits to be kept or noted. */
  boolean isEmpty() {
    return ready.isEmpty() && handedOver == null;
  }

  /** Whether a batch is being kept at this moment. */
  boolean isBusy() {
    return writer.isBusy();
  }

  /** A check was started. */
  void started() {
    count++;
  }

  /** A check was fetched; its bytes are in memory until it is dropped. */
  void arrived(Job.Done done) {
    bytes += done.fetched().size();
  }

  /** These are to be kept. */
  void add(List<Job.Done> checks) {
    ready.addAll(checks);
  }

  /** A check is noted, or will be made again. */
  void drop(Job.Done done) {
    done.room().close();
    bytes -= done.fetched().size();
    count--;
  }

  /** Hands the next batch over where none is being dealt with. */
  void handOver() {
    if (handedOver == null && !ready.isEmpty()) {
      handedOver = nextBatch();
      writer.keep(handedOver);
    }
  }

  private List<Job.Done> nextBatch() {
    List<Job.Done> batch = new ArrayList<>();
    long size = 0;
    while (!ready.isEmpty() && batch.size() < options.batch()) {
      long more = ready.get(0).fetched().size();
      if (!batch.isEmpty() && size + more > options.batchBytes()) {
        break;
      }
      size += more;
      batch.add(ready.remove(0));
    }
    return batch;
  }

  /** Hands the batch that could not be kept over once more; nothing where there is none. */
  void handOverAgain() {
    if (handedOver != null && taken == null && !writer.isBusy()) {
      writer.keep(handedOver);
    }
  }

  /** The writer is done with the batch; {@code result} is null where it could not be kept. */
  void answered(@Nullable List<Taken> result) {
    writer.done();
    taken = result;
  }

  /** The batch that was kept and is not noted yet; null where there is none. */
  @Nullable Kept kept() {
    List<Job.Done> batch = handedOver;
    List<Taken> result = taken;
    return batch == null || result == null ? null : new Kept(batch, result);
  }

  /** The batch that was kept is noted. */
  void noted() {
    handedOver = null;
    taken = null;
  }

  void close() {
    writer.close();
  }
}
