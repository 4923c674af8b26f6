package stet.timeline;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.article.Cut;

/**
 * What one capture showed.
 *
 * @param capture the capture's number in the store
 * @param ref where it is kept
 * @param shown the state it showed; null where the page was not an article
 * @param reason why it was not an article, as a lower-case id; empty where it was one
 * @param detail the same in words; empty where it was an article
 * @param cut signs that the page may not be the whole story; null where there are none
 */
public record Sighting(
    long capture,
    CaptureRef ref,
    @Nullable Shown shown,
    String reason,
    String detail,
    @Nullable Cut cut) {

  /** One without a sign that something of the page is missing. */
  public Sighting(
      long capture, CaptureRef ref, @Nullable Shown shown, String reason, String detail) {
    this(capture, ref, shown, reason, detail, null);
  }

  /** The same of a capture that was found to show the beginning of the story and no more. */
  public Sighting cutOff() {
    return new Sighting(capture, ref, null, CUT_OFF, cut == null ? "" : cut.words(), cut);
  }

  /**
   * The reason of a capture that shows the beginning of the story and no more, see {@link
   * CutPages}.
   */
  public static final String CUT_OFF = "cut-off";

  /**
   * The reason of a capture that was a step on the way to the page: neither a state nor the lack of
   * one. Its detail is the address it led to where the story has moved there, else empty.
   */
  public static final String REDIRECT = "redirect";

  /**
   * The reason of a page as it was sent, where the next capture is what a browser showed of it:
   * neither a state nor the lack of one.
   */
  public static final String SENT = "sent";

  /** The reasons of captures that belong to a check whose last capture says what it showed. */
  private static final Set<String> STEPS = Set.of(REDIRECT, SENT);

  /** Whether it is a step of a check and by itself no look at the article. */
  public boolean isStep() {
    return STEPS.contains(reason);
  }

  /** The reason of a capture of which nothing may be told; its detail says why and since when. */
  public static final String WITHHELD = "withheld";

  /**
   * A state as a capture showed it.
   *
   * @param state the state's number in the store
   * @param compared fingerprint of what is compared: equal in two captures of one version
   */
  public record Shown(long state, String compared) {}
}
