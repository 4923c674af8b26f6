package stet.timeline;

import java.time.Instant;
import stet.capture.CaptureSource;

/**
 * Where a capture is kept, for the reader who wants the proof.
 *
 * @param at when it was captured, UTC
 * @param source one word for the kind of source and the name within it, such as {@code file
 *     001__2021-02-14T00-02-25Z.html.gz}
 * @param digest SHA-256 of the payload as {@code sha256:<hex>}
 * @param warcFile name of the WARC file under {@code snapshots/}
 * @param warcOffset byte offset of the record in that file
 */
public record CaptureRef(
    Instant at, String source, String digest, String warcFile, long warcOffset) {
  /** Whether it is what a browser showed of a page, and not the page as it was sent. */
  public boolean inBrowser() {
    return source.equals("live " + CaptureSource.IN_A_BROWSER);
  }

  /** Its name among all captures of a collection; stays the same whatever is imported later. */
  public String name() {
    return warcFile + "-" + warcOffset;
  }
}
