package stet.json;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.timeline.TrackedArticle;
import stet.watch.store.TrackedPage;

/**
 * A page that is checked, and what is to be said of its checks at one moment.
 *
 * @param article the article that has its address; null where nothing is kept of it
 * @param states all that hold, in the order of the constants; none for a page that is checked at
 *     its time
 * @param restsUntil until when its host is left alone, UTC; null where it does not rest
 */
public record TrackedFacts(
    TrackedPage page,
    @Nullable TrackedArticle article,
    List<State> states,
    @Nullable Instant restsUntil) {
  /** What can be said of a page that is checked. */
  public enum State {
    /** Its next check is due. */
    DUE,
    /** Its host is left alone for a while. */
    RESTING,
    /** Its last check showed no state of the article. */
    FAILING,
    /** The article has revisions that are held as a new page template. */
    HELD
  }

  public TrackedFacts {
    states = List.copyOf(states);
  }
}
