package stet.watch.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.fetch.Validators;

/**
 * How far a server's word that nothing changed is believed.
 *
 * <p>A server whose ETag or Last-Modified stands still would hide every edit for ever. So that it
 * is found out, it is asked in full now and then; see docs/RECHECK.md for the costs.
 *
 * @param fullAt the last answer that brought the page, UTC; null when none is known
 * @param confirmations answers 304 in a row since then
 * @param distrustedAt when its validators last stayed the same over another text, UTC; null for
 *     never
 */
public record Trust(@Nullable Instant fullAt, int confirmations, @Nullable Instant distrustedAt) {
  /** So many answers 304 in a row are believed. */
  public static final int MOST_CONFIRMATIONS = 12;

  /** A full answer is relied on for so long. */
  static final Duration LONGEST = Duration.ofDays(7);

  /** Servers are repaired: after so long one that was found out gets another chance. */
  public static final Duration MEMORY = Duration.ofDays(90);

  /** Where so many addresses of a host were found out, none of it is believed. */
  public static final int ADDRESSES_OF_A_HOST = 3;

  static final Trust NEW = new Trust(null, 0, null);

  /** Whether the next request is to ask for the page whether it changed or not. */
  public boolean asksInFull(Instant now) {
    return isDistrusted(now)
        || confirmations >= MOST_CONFIRMATIONS
        || fullAt == null
        || !fullAt.plus(LONGEST).isAfter(now);
  }

  /** Whether the address was found out lately. */
  public boolean isDistrusted(Instant now) {
    return distrustedAt != null && distrustedAt.plus(MEMORY).isAfter(now);
  }

  /** After an answer 304. */
  Trust confirmed() {
    return new Trust(fullAt, Math.min(confirmations + 1, 1_000), distrustedAt);
  }

  /** After an answer that brought the page. */
  Trust full(Instant at, boolean lied) {
    return new Trust(at, 0, lied ? at : distrustedAt);
  }

  /**
   * Whether an answer shows that a request with the earlier validators would have hidden something.
   * Weak ones promise no more than the same meaning (RFC 9110 section 8.8.1), strong ones the same
   * bytes.
   *
   * @param otherText whether what the page says is another text than before
   */
  static boolean isLie(Known before, Validators now, boolean otherText) {
    boolean otherBytes = !before.payload().equals(now.payload().digest().hex());
    boolean sameAddress = before.answeredBy().equals(now.uri());
    boolean tagged = !before.etag().isEmpty();
    boolean same =
        tagged
            ? before.etag().equals(now.etag())
            : !before.lastModified().isEmpty() && before.lastModified().equals(now.lastModified());
    boolean strong = tagged && !before.etag().startsWith("W/");
    return otherBytes && sameAddress && same && (otherText || strong);
  }
}
