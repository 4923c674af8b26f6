package stet.timeline;

import java.util.Set;
import java.util.function.Supplier;

/**
 * A timeline that need not be read to know whether it is the one that was read before.
 *
 * @param article the story
 * @param fingerprint equal only where all that the timeline holds is equal; empty where that is not
 *     known
 * @param reader reads it; what it gives may be newer than the fingerprint, never older
 * @param lessons blocks that came or went in ways of which other articles may teach that they are
 *     nothing, as {@link KeptTimelines#shown} names them; of which of its revisions that is so can
 *     change only with an article that shows one of them
 */
public record KeptTimeline(
    TrackedArticle article, String fingerprint, Supplier<Timeline> reader, Set<String> lessons) {

  public KeptTimeline {
    lessons = Set.copyOf(lessons);
  }

  /** A timeline that learns nothing from others. */
  public KeptTimeline(TrackedArticle article, String fingerprint, Supplier<Timeline> reader) {
    this(article, fingerprint, reader, Set.of());
  }

  /** A timeline that was read already, of which no fingerprint is known. */
  public static KeptTimeline of(Timeline timeline) {
    return new KeptTimeline(timeline.article(), "", () -> timeline);
  }

  /** Reads the timeline. */
  public Timeline read() {
    return reader.get();
  }
}
