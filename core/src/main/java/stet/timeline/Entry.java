package stet.timeline;

import java.time.Instant;
import java.util.List;
import stet.diff.Label;
import stet.diff.Revision;

/** One thing that was observed. Entries of a timeline are ordered by {@link #at()}. */
public sealed interface Entry {
  /** When it was observed, UTC; for a run of checks, the first of them. */
  Instant at();

  /**
   * The article was seen for the first time: nothing is known of before.
   *
   * @param version its number, always 1
   */
  record FirstSeen(Instant at, int version) implements Entry {}

  /**
   * Checks that found the same version again.
   *
   * @param until the last of them, UTC
   * @param checks how many, at least 1
   */
  record Unchanged(Instant at, Instant until, int checks, int version) implements Entry {}

  /**
   * A check that found a new version.
   *
   * @param version the new version's number; the old one's is one less
   * @param window between which two checks it happened
   * @param labels exactly one of family disclosure, first
   */
  record Revised(int version, Window window, Revision revision, List<Label> labels)
      implements Entry {
    @Override
    public Instant at() {
      return window.notAfter();
    }
  }

  /**
   * Further checks that found the text going back and forth between two versions, as caches that
   * disagree and tests on readers make it. The first way there and back are revisions of their own;
   * what follows within {@link TimelineBuilder#OSCILLATION} each is told once.
   *
   * @param until the last switch seen, UTC
   * @param switches how many, at least 1
   * @param version the version that the last of them led to
   */
  record Oscillated(Instant at, Instant until, int switches, int version) implements Entry {}

  /**
   * Checks that found no article at the address, or not the whole of it. That is no claim that it
   * was deleted.
   *
   * @param until the last of them, UTC
   * @param checks how many, at least 1
   * @param reason the kind of page found instead, as a lower-case id such as {@code not-found}
   * @param detail one line for people
   */
  record NotAnArticle(Instant at, Instant until, int checks, String reason, String detail)
      implements Entry {
    /**
     * Whether the article was there and a wall or a broken page cut its text off. The detail is
     * then what the page says of it.
     */
    public boolean cutOff() {
      return reason.equals(Sighting.CUT_OFF);
    }

    /** Whether what the page showed may not be told. The detail is why and since when. */
    public boolean withheld() {
      return reason.equals(Sighting.WITHHELD);
    }
  }

  /**
   * The story's address began to lead to another address, at which the story is.
   *
   * @param to the other address
   */
  record Moved(Instant at, String to) implements Entry {}

  /**
   * A check that found the article again, unchanged, after checks that did not find it.
   *
   * @param version the version that is back
   * @param whole whether the check before found the article, but cut off
   */
  record Returned(Instant at, int version, boolean whole) implements Entry {}
}
