package stet.app.browser;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import stet.render.BrowserProgram;
import stet.render.RenderException;
import stet.render.RenderRequest;
import stet.render.Rendered;
import stet.render.Renderer;

/**
 * Some browsers that show pages, each one at a time. They start when they are needed, and end when
 * none was for a minute: an idle one holds 200 MB. For several threads.
 */
public final class Browsers implements AutoCloseable {
  private static final long REST = TimeUnit.MINUTES.toNanos(1);

  private static final long LOOKS = 15;

  /** A machine on which no browser starts is not asked to start one for each page. */
  private static final int FAILURES = 3;

  private static final long RETRY = TimeUnit.MINUTES.toNanos(10);

  private final Optional<BrowserProgram> program;
  private final boolean sandbox;
  private final Semaphore free;
  private final Deque<Renderer> resting = new ArrayDeque<>();
  private final ScheduledExecutorService tidying;
  private final Future<?> rest;
  private int failures;
  private long failedAt;
  private long lastAt = System.nanoTime();
  private boolean over;

  /**
   * @param program empty where there is none; then every page fails
   * @param sandbox see {@link Renderer}
   * @param count how many at once
   */
  public Browsers(Optional<BrowserProgram> program, boolean sandbox, int count) {
    this.program = program;
    this.sandbox = sandbox;
    this.free = new Semaphore(count);
    this.tidying =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "browsers-rest");
              thread.setDaemon(true);
              return thread;
            });
    this.rest = tidying.scheduleWithFixedDelay(this::rest, LOOKS, LOOKS, TimeUnit.SECONDS);
  }

  /** Whether there is a browser that is likely to show a page. */
  synchronized boolean areHere() {
    boolean rests = failures >= FAILURES && System.nanoTime() - failedAt < RETRY;
    return program.isPresent() && !rests;
  }

  private synchronized void noted(boolean shown) {
    failures = shown ? 0 : failures + 1;
    failedAt = System.nanoTime();
  }

  /** Whether a page would be shown at once. */
  boolean isIdle() {
    return areHere() && free.availablePermits() > 0;
  }

  /**
   * Shows a page, when a browser is free.
   *
   * @throws IOException when it cannot be shown
   */
  Rendered render(RenderRequest request) throws IOException, InterruptedException {
    BrowserProgram browser =
        program.orElseThrow(() -> new RenderException("no Chromium is on this machine"));
    free.acquire();
    try {
      Renderer renderer = lend(browser);
      try {
        Rendered shown = renderer.render(request);
        noted(true);
        return shown;
      } catch (IOException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        noted(false);
        throw e;
      } finally {
        giveBack(renderer);
      }
    } finally {
      free.release();
    }
  }

  private synchronized Renderer lend(BrowserProgram browser) throws RenderException {
    if (over) {
      throw new RenderException("stopped");
    }
    Renderer renderer = resting.poll();
    return renderer == null ? new Renderer(browser, sandbox) : renderer;
  }

  private synchronized void giveBack(Renderer renderer) {
    if (over) {
      renderer.close();
      return;
    }
    resting.push(renderer);
    lastAt = System.nanoTime();
  }

  private synchronized void rest() {
    if (System.nanoTime() - lastAt >= REST) {
      closeAll();
    }
  }

  private void closeAll() {
    for (Renderer r = resting.poll(); r != null; r = resting.poll()) {
      r.close();
    }
  }

  @Override
  public synchronized void close() {
    over = true;
    rest.cancel(false);
    tidying.shutdown();
    closeAll();
  }
}
