package stet.track;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import stet.capture.Capture;
import stet.story.PageReading;
import stet.story.Reading;

/** Reads many captures at once, on all cores, and gives the results in their order. */
final class PageReader implements AutoCloseable {
  private final PageReading pages;
  private final ExecutorService workers;

  PageReader(PageReading pages) {
    this.pages = pages;
    this.workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            task -> {
              Thread thread = new Thread(task, "extract");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Begins to read a page.
   *
   * @param encoding the content codings in which its payload came
   */
  Future<Reading> begin(Capture capture, String encoding) {
    return workers.submit(() -> pages.of(capture, encoding));
  }

  /** Waits for pages that were begun. */
  static List<Reading> results(List<Future<Reading>> begun) throws IOException {
    List<Reading> read = new ArrayList<>();
    for (Future<Reading> one : begun) {
      read.add(result(one));
    }
    return read;
  }

  private static Reading result(Future<Reading> one) throws IOException {
    try {
      return one.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading pages", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
