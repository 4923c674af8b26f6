package stet.track;

import stet.capture.Capture;
import stet.timeline.TrackedArticle;

/**
 * What became of a capture that was handed to the {@link Tracker}. Whoever holds one may rely on
 * the capture being on disk.
 *
 * @param capture the capture
 * @param article the article it belongs to
 * @param outcome what it showed
 * @param detail why it is not an article; empty otherwise
 */
public record Accepted(Capture capture, TrackedArticle article, Outcome outcome, String detail) {
  /** What a capture showed. */
  public enum Outcome {
    /** An article in some state. */
    ARTICLE,
    /** Something else; kept, but never a version. */
    NOT_AN_ARTICLE,
    /** The same capture was here before; nothing was added. */
    ALREADY_HERE
  }
}
