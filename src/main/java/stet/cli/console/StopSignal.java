package stet.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * While it is open, SIGTERM and SIGINT end a run in order: what was fetched is kept, what was
 * opened after this is closed, and only then does the process end.
 */
public final class StopSignal implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 6;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");
  private volatile @Nullable Runnable stopping;

  public StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** What ends the run; called by another thread. */
  public void stops(Runnable end) {
    stopping = end;
  }

  private void stop() {
    Runnable running = stopping;
    if (running != null) {
      running.run();
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
