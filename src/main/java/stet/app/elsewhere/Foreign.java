package stet.app.elsewhere;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.timeline.SeenVersion;

/**
 * A page as somebody else kept it. It is no part of the collection, and nothing that is said of the
 * collection's versions is said of it.
 *
 * @param capture with the page's own address
 * @param at when it was captured, as whoever kept it says, UTC; null where nobody says
 * @param version what it says
 * @param whole whether it shows no sign of having been cut off
 */
public record Foreign(
    Capture capture, @Nullable Instant at, ArticleVersion version, boolean whole) {

  /** Its address at the archive that keeps it; empty for a file. */
  public String memento() {
    return capture.source() instanceof CaptureSource.Memento memento ? memento.memento() : "";
  }

  /** Whether it is to be shown as what was there before a version: it is older, or has no time. */
  public boolean isBefore(SeenVersion seen) {
    return at == null || at.isBefore(seen.first().at());
  }
}
