package stet.story;

import java.io.IOException;
import java.util.Optional;
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

/** Reads the page of one capture: what its exchange tells, then its bytes. For many threads. */
public final class PageReading {
  /** More than the extractor reads, so that it can say that a page is too large. */
  private static final int MAX_BYTES = (16 << 20) + 1;

  private final Extractor extractor;
  private final Screening screening;

  /**
   * @param extractor reads pages; used by several threads at once
   * @param screening takes out what may not be told; used by several threads at once
   */
  public PageReading(Extractor extractor, Screening screening) {
    this.extractor = extractor;
    this.screening = screening;
  }

  /**
   * What a capture is.
   *
   * @param encoding the content codings in which its payload came
   * @throws IOException when the payload cannot be read
   */
  public Reading of(Capture capture, String encoding) throws IOException {
    Optional<Reading.Other> told = PageLife.of(capture);
    if (told.isEmpty()) {
      return read(capture, encoding);
    }
    if (PageLife.landedUnderAnotherName(capture)) {
      return landed(told.get(), read(capture, encoding));
    }
    return screening.concerns(capture) ? screened(capture, encoding, told.get()) : told.get();
  }

  /** What the exchange alone told stays told; of the bytes that came with it nothing may be. */
  private Reading screened(Capture capture, String encoding, Reading.Other told)
      throws IOException {
    try {
      return ContentCodings.use(
          capture.payload(), encoding, MAX_BYTES, d -> screening.told(capture, told, d.bytes()));
    } catch (Erasure.Met erased) {
      return new Reading.Other(told.reason(), told.detail(), erased.erasure());
    }
  }

  private static Reading landed(Reading.Other told, Reading read) {
    return read instanceof Reading.Shown shown
        ? new Reading.Landed(told, shown.version(), shown.cut(), shown.by())
        : new Reading.Other(told.reason(), told.detail(), read.by());
  }

  private Reading read(Capture capture, String encoding) throws IOException {
    try {
      return ContentCodings.use(
          capture.payload(),
          encoding,
          MAX_BYTES,
          d -> screening.of(capture, read(capture, d), d.bytes()));
    } catch (Erasure.Met erased) {
      return erased(erased.erasure());
    }
  }

  /** What is told of a page whose bytes are gone. */
  private static Reading erased(Erasure by) {
    return by.outcome().isEmpty()
        ? new Reading.Hidden(by)
        : new Reading.Other(by.outcome(), "", by);
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
}
