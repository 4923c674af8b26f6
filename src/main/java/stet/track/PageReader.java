package stet.track;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;

/** Extracts many captures at once, on all cores, and gives the results in their order. */
final class PageReader implements AutoCloseable {
  private final Extractor extractor;
  private final ExecutorService workers;

  PageReader(Extractor extractor) {
    this.extractor = extractor;
    this.workers =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            task -> {
              Thread thread = new Thread(task, "extract");
              thread.setDaemon(true);
              return thread;
            });
  }

  List<Extraction> readAll(List<Capture> captures) throws IOException {
    List<Future<Extraction>> started = new ArrayList<>();
    for (Capture capture : captures) {
      started.add(workers.submit(() -> read(capture)));
    }
    List<Extraction> read = new ArrayList<>();
    for (Future<Extraction> one : started) {
      read.add(result(one));
    }
    return read;
  }

  private Extraction read(Capture capture) throws IOException {
    String title = capture.source() instanceof CaptureSource.SavedFile f ? f.title() : "";
    byte[] bytes = capture.payload().bytes();
    try {
      return extractor.extract(
          new Page(capture.uri(), capture.mediaType(), capture.at(), title, bytes));
    } catch (RuntimeException | StackOverflowError e) {
      // One page that breaks the extractor must not cost the thousands after it.
      return new Extraction.NotAnArticle(
          Extraction.Reason.NOT_TEXT, "the extractor failed: " + e.getClass().getSimpleName());
    }
  }

  private static Extraction result(Future<Extraction> one) throws IOException {
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
