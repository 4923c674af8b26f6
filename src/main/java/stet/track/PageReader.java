package stet.track;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.ContentCodings;
import stet.capture.ContentCodings.Decoded;
import stet.capture.ContentCodings.Outcome;
import stet.capture.EnumId;
import stet.capture.Erasure;
import stet.extract.Extraction;
import stet.extract.Extractor;
import stet.extract.Page;

/** Extracts many captures at once, on all cores, and gives the results in their order. */
final class PageReader implements AutoCloseable {
  /** More than the extractor reads, so that it can say that a page is too large. */
  private static final int MAX_BYTES = (16 << 20) + 1;

  private final Extractor extractor;
  private final Screen screen;
  private final ExecutorService workers;

  PageReader(Extractor extractor, Screen screen) {
    this.extractor = extractor;
    this.screen = screen;
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
    Optional<Reading.Other> told = PageLife.of(capture);
    if (told.isEmpty()) {
      return workers.submit(() -> read(capture, encoding));
    }
    if (PageLife.landedUnderAnotherName(capture)) {
      return workers.submit(() -> landed(told.get(), read(capture, encoding)));
    }
    return screen.concerns(capture)
        ? workers.submit(() -> screened(capture, encoding, told.get()))
        : CompletableFuture.completedFuture(told.get());
  }

  /** What the exchange alone told stays told; of the bytes that came with it nothing may be. */
  private Reading screened(Capture capture, String encoding, Reading.Other told)
      throws IOException {
    try {
      return ContentCodings.use(
          capture.payload(), encoding, MAX_BYTES, d -> screen.told(capture, told, d.bytes()));
    } catch (Erasure.Met erased) {
      return new Reading.Other(told.reason(), told.detail(), erased.erasure());
    }
  }

  private static Reading landed(Reading.Other told, Reading read) {
    return read instanceof Reading.Shown shown
        ? new Reading.Landed(told, shown.version(), shown.cut(), shown.by())
        : new Reading.Other(told.reason(), told.detail(), read.by());
  }

  /** Waits for pages that were begun. */
  static List<Reading> results(List<Future<Reading>> begun) throws IOException {
    List<Reading> read = new ArrayList<>();
    for (Future<Reading> one : begun) {
      read.add(result(one));
    }
    return read;
  }

  private Reading read(Capture capture, String encoding) throws IOException {
    try {
      return ContentCodings.use(
          capture.payload(),
          encoding,
          MAX_BYTES,
          d -> screen.of(capture, read(capture, d), d.bytes()));
    } catch (Erasure.Met erased) {
      return Screen.erased(erased.erasure());
    }
  }

  private Reading read(Capture capture, Decoded decoded) {
    if (decoded.outcome() == Outcome.CUT_OFF || decoded.outcome() == Outcome.DAMAGED) {
      // Half a page must not look like a page of which half was deleted.
      return new Reading.Other("broken-off", "the compressed page ends early or is damaged");
    }
    String title = capture.source() instanceof CaptureSource.SavedFile f ? f.title() : "";
    Page page = new Page(capture.uri(), capture.mediaType(), capture.at(), title, decoded.bytes());
    try {
      return reading(extractor.extract(page));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // One page that breaks the extractor must not cost the thousands after it.
      return new Reading.Other("not-text", "the extractor failed: " + e.getClass().getSimpleName());
    }
  }

  private static Reading reading(Extraction extraction) {
    if (extraction instanceof Extraction.NotAnArticle not) {
      String reason = EnumId.of(not.reason());
      return new Reading.Other(reason, not.detail());
    }
    Extraction.Article article = (Extraction.Article) extraction;
    return new Reading.Shown(article.version(), article.cut());
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
