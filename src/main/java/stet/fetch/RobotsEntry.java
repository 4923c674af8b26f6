package stet.fetch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an origin's robots.txt.
 *
 * @param origin scheme and host, with the port where it is not the usual one
 * @param checkedAt when it was last asked for, UTC
 * @param kind what came of it
 * @param text the file where {@code kind} is RULES, otherwise the last one known, or empty
 * @param mediaType its Content-Type
 * @param unreachableSince when it first could not be reached, of an unbroken row of such tries;
 *     null when the last try succeeded
 * @param tries how many such tries
 */
public record RobotsEntry(
    String origin,
    Instant checkedAt,
    Kind kind,
    String text,
    String mediaType,
    @Nullable Instant unreachableSince,
    int tries) {

  /** What came of asking for a robots.txt, in the words of RFC 9309 section 2.3.1. */
  public enum Kind {
    /** It was there. */
    RULES,
    /** Status 400 to 499, or too many redirects: everything may be fetched. */
    UNAVAILABLE,
    /** A server or network error: nothing may be fetched for a while. */
    UNREACHABLE
  }
}
