package stet.track.list;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;
import stet.timeline.TrackedArticle;

/**
 * An article in a line.
 *
 * @param headline of its latest version; a tombstone where it has none and pages of it are
 *     withheld, and empty where it was never seen as an article
 * @param checks captures, redirects not counted
 * @param silent how many of its revisions are silent, with all that is marked on them
 * @param firstSeen the first capture that shows an article, UTC; null where none does
 * @param lastChanged when the latest version was first seen, UTC; null where there is one at most
 * @param labels of the latest revision; empty where there is none
 */
public record Listed(
    TrackedArticle article,
    String headline,
    int versions,
    int checks,
    int silent,
    @Nullable Instant firstSeen,
    @Nullable Instant lastChanged,
    List<Label> labels) {
  public Listed {
    labels = List.copyOf(labels);
  }
}
