package stet.serve.http;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Content of a refused request, thrown away without a thread before the refusal is sent: whoever is
 * still sending when the connection ends does not get to see why.
 */
final class DiscardedContent implements Runnable {
  private static final long MOST_BYTES = 8L << 20;
  private static final long MOST_NANOS = 5_000_000_000L;

  /** Whoever sends nothing for so long waits for the answer. */
  private static final Duration SILENCE = Duration.ofMillis(500);

  private final Request request;
  private final LongSupplier nanos;
  private final Executor threads;
  private final Runnable then;
  private final AtomicBoolean over = new AtomicBoolean();
  private final long begun;
  private long bytes;

  /**
   * @param nanos a clock that never jumps
   * @param then is run once, by {@code threads}, when all is gone or enough is
   */
  DiscardedContent(Request request, LongSupplier nanos, Executor threads, Runnable then) {
    this.request = request;
    this.nanos = nanos;
    this.threads = threads;
    this.then = then;
    this.begun = nanos.getAsLong();
  }

  @Override
  public void run() {
    while (!over.get()) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        await();
        return;
      }
      boolean done = Content.Chunk.isFailure(chunk) || chunk.isLast();
      bytes += chunk.remaining();
      chunk.release();
      if (done || bytes > MOST_BYTES || nanos.getAsLong() - begun > MOST_NANOS) {
        end();
        return;
      }
    }
  }

  private void await() {
    Scheduler.Task silence =
        request
            .getComponents()
            .getScheduler()
            .schedule(this::end, SILENCE.toMillis(), TimeUnit.MILLISECONDS);
    request.demand(
        () -> {
          if (silence.cancel()) {
            run();
          }
        });
  }

  private void end() {
    if (over.compareAndSet(false, true)) {
      threads.execute(then);
    }
  }
}
