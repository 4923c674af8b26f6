package stet.timeline;

import java.util.function.Supplier;

/**
 * A timeline that need not be read to know whether it is the one that was read before.
 *
 * @param article the story
 * @param fingerprint equal only where all that the timeline holds is equal; empty where that is not
 *     known
 * @param reader reads it; what it gives may be newer than the fingerprint, never older
 */
public record KeptTimeline(TrackedArticle article, String fingerprint, Supplier<Timeline> reader) {

  /** A timeline that was read already, of which no fingerprint is known. */
  public static KeptTimeline of(Timeline timeline) {
    return new KeptTimeline(timeline.article(), "", () -> timeline);
  }

  /** Reads the timeline. */
  public Timeline read() {
    return reader.get();
  }
}
