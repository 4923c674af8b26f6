package stet.copies;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;
import stet.timeline.TrackedArticle;
import stet.timeline.Window;

/**
 * A story that several outlets printed, with the articles that have it.
 *
 * @param centre key of the member with the longest text; null where the article that was asked for
 *     is in no story
 * @param members in the order in which they were first seen
 * @param edits of passages that several members had, oldest first; empty where they were not asked
 *     for
 */
public record ToldStory(@Nullable String centre, List<Member> members, List<Edit> edits) {
  public ToldStory {
    members = List.copyOf(members);
    edits = List.copyOf(edits);
  }

  /**
   * One of its articles.
   *
   * @param headline of its last version; empty where it has none
   * @param notBefore the last check before that found no article there, UTC; null where there was
   *     none, so that it may have been there earlier
   * @param firstSeen when the article was first seen, UTC
   * @param lastSeen when its last version was last seen, UTC
   * @param words how many words of its own its text has; of its first and its latest version the
   *     one that has most in common
   * @param shared how many of these stand in the longest text
   */
  public record Member(
      TrackedArticle article,
      String headline,
      @Nullable Instant notBefore,
      Instant firstSeen,
      Instant lastSeen,
      int words,
      int shared) {}

  /**
   * An edit of words that another member had, too.
   *
   * @param version that it led to
   * @param before the sentence that went
   * @param after what stands there instead; empty where nothing does
   * @param others the other members that had the sentence
   */
  public record Edit(
      TrackedArticle article,
      int version,
      Window window,
      List<Label> labels,
      String before,
      String after,
      List<Holder> others) {
    public Edit {
      labels = List.copyOf(labels);
      others = List.copyOf(others);
    }
  }

  /**
   * A member that had a sentence.
   *
   * @param seenUntil the last check that still showed it, UTC
   * @param gone between which checks it went; null where its last check still showed it
   */
  public record Holder(TrackedArticle article, Instant seenUntil, @Nullable Window gone) {}
}
