package stet.timeline;

import java.io.IOException;
import java.util.Optional;
import stet.capture.Payload;

/** Pictures of pages, as a browser showed them when they were captured. */
@FunctionalInterface
public interface PagePictures {
  /** Where none are kept, or none may be shown. */
  PagePictures NONE = (article, capture) -> Optional.empty();

  /**
   * The picture of a page, WebP.
   *
   * @param article whose page it is
   * @param capture of the page
   * @return empty where none was taken, or it may not be shown
   * @throws IOException when it cannot be read
   */
  Optional<Payload> of(TrackedArticle article, CaptureRef capture) throws IOException;
}
