package stet.app;

import stet.fetch.discovery.Discovery;

/**
 * What was found at an address that somebody wants to have checked.
 *
 * @param uri as it was given, without what names a user
 * @param detail more of it in words: a headline, or why something is so; may be empty
 * @param kind what kind of list it is; unknown where it is none
 * @param articles how many pages the list names
 */
public record AddedAddress(
    String uri, Outcome outcome, String detail, Discovery.Kind kind, int articles) {
  /** What came of it. */
  public enum Outcome {
    /** An article was read there and kept; it is checked from now on. */
    TRACKED,
    /** It is checked from now on, and it is not known yet what is there. */
    TRACKED_UNSEEN,
    /** It was checked before, and was not looked at now. */
    ALREADY_TRACKED,
    /** It is a list that was watched before. */
    ALREADY_WATCHED,
    /** It is a feed or a sitemap, which is not watched yet. */
    LIST,
    /** A page in which no article can be read; it is not checked. */
    NO_ARTICLE,
    /** It cannot be checked, or must not be. */
    REFUSED
  }

  static AddedAddress of(String uri, Outcome outcome, String detail) {
    return new AddedAddress(Tracking.shown(uri), outcome, detail, Discovery.Kind.UNKNOWN, 0);
  }

  static AddedAddress refused(String uri, String why) {
    return of(uri, Outcome.REFUSED, why);
  }

  static AddedAddress list(String uri, Outcome outcome, String detail, Discovery found) {
    int articles = found.candidates().size();
    return new AddedAddress(Tracking.shown(uri), outcome, detail, found.kind(), articles);
  }
}
