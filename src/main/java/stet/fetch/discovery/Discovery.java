package stet.fetch.discovery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import stet.article.StatedDate;
import stet.capture.EnumId;

/**
 * What a feed, a sitemap or a section page points to.
 *
 * @param kind what the bytes turned out to be, whatever they were declared as
 * @param reach how far they could be read
 * @param reason why they were not read to the end, in lower case; empty when they were
 * @param title the feed's own title; empty when none is stated
 * @param candidates the pages named, each address once, in the order in which they stand
 * @param children further lists: the sitemaps of an index, the feeds that a section page offers
 * @param hubLinks which hubs tell of its changes
 */
public record Discovery(
    Kind kind,
    Reach reach,
    String reason,
    String title,
    List<Candidate> candidates,
    List<Child> children,
    HubLinks hubLinks) {

  public Discovery {
    candidates = List.copyOf(candidates);
    children = List.copyOf(children);
  }

  /** A list that names no hub. */
  Discovery(
      Kind kind,
      Reach reach,
      String reason,
      String title,
      List<Candidate> candidates,
      List<Child> children) {
    this(kind, reach, reason, title, candidates, children, HubLinks.NONE);
  }

  /** The same with other hubs. */
  Discovery with(HubLinks other) {
    return new Discovery(kind, reach, reason, title, candidates, children, other);
  }

  /** The kinds of lists that are understood. */
  public enum Kind {
    /** RSS 0.90 to 2.0, RDF site summaries and Microsoft's channel definition format. */
    RSS,
    /** Atom 0.3 and 1.0 (RFC 4287). */
    ATOM,
    /** JSON Feed 1 and 1.1. */
    JSON_FEED,
    /** A sitemap whose entries carry Google's news extension. */
    NEWS_SITEMAP,
    SITEMAP,
    SITEMAP_INDEX,
    /** A sitemap as plain text: one address a line. */
    ADDRESS_LIST,
    /** An HTML page; its links are candidates. */
    SECTION_PAGE,
    /** None of these. */
    UNKNOWN;

    /** The name as stored and shown: lower case, with hyphens. */
    public String id() {
      return EnumId.of(this);
    }

    /** The kind of that {@link #id()}, {@link #UNKNOWN} where there is none. */
    public static Kind ofId(String id) {
      for (Kind kind : values()) {
        if (kind.id().equals(id)) {
          return kind;
        }
      }
      return UNKNOWN;
    }
  }

  /** How far a list was read. */
  public enum Reach {
    /** To its end, and it was well-formed. */
    READ,
    /**
     * As far as it goes: it is ill-formed, cut off, larger than the bounds, or part is unusable.
     */
    PARTLY,
    /** Not at all. */
    REFUSED
  }

  /**
   * A page that may be worth tracking.
   *
   * @param uri an absolute http(s) address without fragment
   * @param title as the list states it, without markup; empty when none
   * @param language the language tag that the list states for it (BCP 47, as written); empty if
   *     none
   * @param dates when the list says it was published or updated
   */
  public record Candidate(String uri, String title, String language, List<StatedDate> dates) {
    public Candidate {
      dates = List.copyOf(dates);
    }

    /**
     * The latest stated moment; empty where none was stated. A date without time is its morning.
     */
    public Optional<Instant> latest() {
      return dates.stream().map(StatedDate::earliest).max(Comparator.naturalOrder());
    }

    /** The earliest stated publication; empty where none was stated. */
    public Optional<Instant> published() {
      return dates.stream()
          .filter(d -> d.role() == StatedDate.Role.PUBLISHED)
          .map(StatedDate::earliest)
          .min(Comparator.naturalOrder());
    }
  }

  /**
   * A list that this one points to.
   *
   * @param uri an absolute http(s) address
   * @param dates when it is said to have changed
   */
  public record Child(String uri, List<StatedDate> dates) {
    public Child {
      dates = List.copyOf(dates);
    }
  }

  static Discovery refused(Kind kind, String reason) {
    return new Discovery(kind, Reach.REFUSED, reason, "", List.of(), List.of());
  }
}
