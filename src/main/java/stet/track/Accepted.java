package stet.track;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.Capture;
import stet.text.OneLine;
import stet.timeline.TrackedArticle;

/**
 * What became of a capture that was handed to the {@link Tracker}. Whoever holds one may rely on
 * the capture being on disk.
 *
 * @param capture the capture
 * @param article the article it belongs to
 * @param outcome what it showed
 * @param detail why it is not an article; empty otherwise
 * @param begins number of the version that it is the first capture of; 0 where it shows one that
 *     was seen before, or none
 * @param published when the article states that it was published, UTC; null where it does not
 */
public record Accepted(
    Capture capture,
    TrackedArticle article,
    Outcome outcome,
    String detail,
    int begins,
    @Nullable Instant published) {
  /** One that begins no version. */
  Accepted(Capture capture, TrackedArticle article, Outcome outcome, String detail) {
    this(capture, article, outcome, detail, 0, null);
  }

  /** A line that says that it was not taken in, where it was not. */
  public Optional<String> refusal() {
    return outcome == Outcome.REFUSED
        ? Optional.of(
            "'"
                + OneLine.of(capture.uri())
                + "' of "
                + capture.at()
                + " was not taken in: it was erased here ("
                + detail
                + "); 'stet withhold --list' shows the takedown")
        : Optional.empty();
  }

  /** What a capture showed. */
  public enum Outcome {
    /** An article in some state. */
    ARTICLE,
    /** Something else; kept, but never a version. */
    NOT_AN_ARTICLE,
    /** The same capture was here before; nothing was added. */
    ALREADY_HERE,
    /**
     * What was erased before and is not to come back; nothing was kept. The detail says why and
     * since when.
     */
    REFUSED,
    /** A feed, sitemap or section page; kept, and no part of any timeline. */
    LIST
  }
}
