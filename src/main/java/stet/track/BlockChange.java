package stet.track;

import java.time.Instant;
import java.util.Set;
import stet.timeline.TrackedArticle;

/**
 * Which whole blocks a revision took away and brought.
 *
 * @param article the story
 * @param seenAt when the new text was first seen, UTC; names the revision within its article in
 *     every order of import
 * @param removed texts of blocks that went
 * @param added texts of blocks that came
 */
public record BlockChange(
    TrackedArticle article, Instant seenAt, Set<String> removed, Set<String> added) {
  public BlockChange {
    removed = Set.copyOf(removed);
    added = Set.copyOf(added);
  }
}
