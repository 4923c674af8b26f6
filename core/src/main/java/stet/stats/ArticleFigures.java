package stet.stats;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.timeline.Entry;
import stet.timeline.Timeline;

/**
 * What one article's timeline comes to, with all that is marked on it.
 *
 * @param first the first check, UTC
 * @param changed when its last revision was first seen, UTC; null where there is none
 */
public record ArticleFigures(
    Watching watching, Edits edits, Instant first, @Nullable Instant changed) {

  /** The figures of an article. */
  public static ArticleFigures of(Timeline timeline) {
    Watching watching = Watching.of(timeline);
    List<Entry.Revised> revisions = timeline.revisions();
    return new ArticleFigures(
        watching,
        Edits.of(timeline),
        Watching.first(timeline, watching.last()),
        revisions.isEmpty() ? null : revisions.get(revisions.size() - 1).at());
  }
}
