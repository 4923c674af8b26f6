package stet.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import stet.watch.Watcher;

/**
 * While it is open, SIGTERM and SIGINT end a watch in order: what was fetched is kept, what was
 * opened after this is closed, and only then does the process end.
 */
public final class StopSignal implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 6;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");
  private volatile @Nullable Watcher watcher;

  public StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** What is to be stopped. */
  public void stops(Watcher running) {
    watcher = running;
  }

  private void stop() {
    Watcher running = watcher;
    if (running != null) {
      running.stop();
      try {
        closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, which is what the hook waits for.
    }
  }
}
