package stet.archive;

import java.io.IOException;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import stet.capture.Capture;
import stet.capture.Digest;
import stet.capture.Exchange;

/**
 * Compresses captures on all cores before they are appended, which only one thread may do: most of
 * what it costs to archive a page is compressing it.
 */
final class Packing implements AutoCloseable {
  /** What is larger is compressed on its way to the file, and never in memory as a whole. */
  private static final long LARGEST = 4L << 20;

  private final PayloadIndex index;

  /** Captures are told apart by identity: two may be equal and come from different places. */
  private final Map<Capture, Future<RecordBlock>> begun = new IdentityHashMap<>();

  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          task -> {
            Thread thread = new Thread(task, "pack");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param index which payloads need not be compressed, since they are archived already
   */
  Packing(PayloadIndex index) {
    this.index = index;
  }

  /** Begins with captures that will be appended soon. */
  void begin(List<Capture> captures) throws IOException {
    Set<Digest> batch = new HashSet<>();
    for (Capture capture : captures) {
      Digest digest = capture.payload().digest();
      if (capture.payload().size() <= LARGEST
          && !(capture.exchange() instanceof Exchange.Failed)
          && batch.add(digest)
          && index.find(digest).isEmpty()) {
        begun.put(capture, workers.submit(() -> RecordBlock.of(capture).pack()));
      }
    }
  }

  /** What a capture's record holds, compressed where it was begun. */
  RecordBlock take(Capture capture) throws IOException {
    Future<RecordBlock> early = begun.remove(capture);
    if (early == null) {
      return RecordBlock.of(capture);
    }
    try {
      return early.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while archiving", e);
    } catch (ExecutionException e) {
      // Whatever was in the way is met again here, where it is the writer's to tell.
      return RecordBlock.of(capture);
    }
  }

  /** Lets go of captures that will not be appended any more. */
  void forget(List<Capture> captures) {
    captures.forEach(begun::remove);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
