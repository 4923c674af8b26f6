package stet.story;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.article.Cut;
import stet.capture.Capture;
import stet.timeline.Sighting;

/**
 * What one capture says by itself: a function of the capture and of what its page was read as.
 *
 * @param address under which it counts, normalised
 * @param claim which address stands for which, where a rule accepts the link
 * @param hint the same where only the text that both addresses showed can tell
 * @param sortKey orders captures by time; within one instant as their source numbers them
 * @param reading what its page was read as
 */
public record Told(
    String address,
    Optional<ArticleIdentity.Claim> claim,
    Optional<AddressPair> hint,
    String sortKey,
    Reading reading) {

  /**
   * What a capture counts as, beside the state that it shows.
   *
   * @param reason why it shows no article, as a lower-case id; empty where it shows one
   * @param detail the same in words; empty where it shows one
   * @param cut signs that the page may not be the whole story; null where there are none
   */
  public record Outcome(String reason, String detail, @Nullable Cut cut) {
    /** Whether the address led elsewhere. */
    boolean isRedirect() {
      return reason.equals(Sighting.REDIRECT) || reason.equals("redirected-elsewhere");
    }
  }

  /** What a capture says. */
  public static Told of(Capture capture, Reading reading) {
    Optional<ArticleIdentity.Claim> link = ArticleIdentity.link(capture, reading);
    return new Told(
        ArticleIdentity.address(capture, reading),
        link.filter(c -> c.rule().oneStory()),
        link.filter(c -> c.rule().yieldsToText()).map(c -> new AddressPair(c.from(), c.to())),
        sortKey(capture),
        reading);
  }

  private static String sortKey(Capture capture) {
    String at = capture.at().toString();
    return String.format(
        Locale.ROOT,
        "%s|%010d|%s",
        at.substring(0, at.length() - 1),
        capture.ordinal(),
        capture.payload().digest().hex());
  }

  /** What it counts as, until the texts of other captures say more. */
  public Outcome outcome() {
    if (reading instanceof Reading.Shown shown) {
      return new Outcome("", "", shown.cut());
    } else if (reading instanceof Reading.Hidden hidden) {
      return new Outcome(Sighting.WITHHELD, hidden.by().words(), null);
    }
    Reading.Other other =
        reading instanceof Reading.Landed landed ? landed.told() : (Reading.Other) reading;
    Cut cut = reading instanceof Reading.Landed landed ? landed.cut() : null;
    return new Outcome(other.reason(), other.detail(), cut);
  }
}
