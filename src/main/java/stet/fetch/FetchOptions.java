package stet.fetch;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a person may set about fetching.
 *
 * @param contact an address or page where whoever runs this can be reached, part of the user agent
 *     string; empty when none is given
 * @param limits how much and how long
 * @param politeness how often
 * @param allowedPrivateHosts hosts that may have private or loopback addresses, each {@code host}
 *     or {@code host:port}, in lower case
 */
public record FetchOptions(
    String contact, Limits limits, Politeness politeness, Set<String> allowedPrivateHosts) {

  /** The name under which robots.txt files address this program. */
  public static final String TOKEN = "stet";

  private static final Pattern CONTACT = Pattern.compile("[\\x21-\\x7e&&[^()\\\\\"]]*");

  /** With no contact, the standard limits and politeness, and no private host. */
  public static final FetchOptions STANDARD =
      new FetchOptions("", Limits.STANDARD, Politeness.STANDARD, Set.of());

  /** Refuses a contact that would not fit into a header field. */
  public FetchOptions {
    if (!CONTACT.matcher(contact).matches() || contact.length() > 200) {
      throw new IllegalArgumentException(
          "not a contact: '" + contact + "'; write a mail address or a page's address");
    }
    allowedPrivateHosts = Set.copyOf(allowedPrivateHosts);
  }

  /** The user agent string: the project, its version where known, and the contact. */
  String userAgent() {
    String version = FetchOptions.class.getPackage().getImplementationVersion();
    String name = version == null ? TOKEN : TOKEN + '/' + version;
    return contact.isEmpty() ? name : name + " (+" + contact + ")";
  }

  /**
   * Whether the host of an address may be private.
   *
   * @throws IllegalArgumentException when it is no http or https address
   */
  public boolean allowsPrivate(String uri) {
    return Fetcher.allows(allowedPrivateHosts, uri);
  }

  /** The same with another contact. */
  public FetchOptions withContact(String other) {
    return new FetchOptions(other, limits, politeness, allowedPrivateHosts);
  }

  /** The same with other limits. */
  public FetchOptions withLimits(Limits other) {
    return new FetchOptions(contact, other, politeness, allowedPrivateHosts);
  }

  /** The same with another politeness. */
  public FetchOptions withPoliteness(Politeness other) {
    return new FetchOptions(contact, limits, other, allowedPrivateHosts);
  }

  /** The same with other hosts that may be private. */
  public FetchOptions withAllowedPrivateHosts(Set<String> other) {
    return new FetchOptions(contact, limits, politeness, other);
  }

  /**
   * Bounds on one fetch. What passes them fails and is recorded as a failure.
   *
   * @param maxHead bytes of a response's head
   * @param maxBody bytes of a body without its transfer coding
   * @param maxDecoded bytes of a body without its content coding
   * @param maxRedirects redirects followed for one request
   * @param connectTimeout for each address tried
   * @param idleTimeout between two pieces of an answer
   * @param totalTime for one request and its answer, the connection included
   * @param minBytesPerSecond the slowest answer borne, once {@code patience} is over
   * @param patience how long an answer may be slower than that
   * @param maxConnections open at once, over all hosts
   */
  public record Limits(
      int maxHead,
      int maxBody,
      int maxDecoded,
      int maxRedirects,
      Duration connectTimeout,
      Duration idleTimeout,
      Duration totalTime,
      int minBytesPerSecond,
      Duration patience,
      int maxConnections) {

    /** 64 KiB of head, 16 MiB of body, 64 MiB decoded, 10 redirects, one minute. */
    public static final Limits STANDARD =
        new Limits(
            64 << 10,
            16 << 20,
            64 << 20,
            10,
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            500,
            Duration.ofSeconds(15),
            64);
  }

  /**
   * How a host is treated.
   *
   * @param minDelay between the end of one request and the start of the next
   * @param maxCrawlDelay the longest delay taken from a robots.txt
   * @param dailyBudget requests to one host in one UTC day
   * @param firstBackOff after a first failure; doubled with each further one
   * @param maxBackOff the longest wait after failures
   * @param maxRetryAfter the longest wait that a Retry-After field may ask for
   * @param longestPause how long a fetch may wait by itself when a redirect leads to a host that
   *     must not be asked yet
   */
  public record Politeness(
      Duration minDelay,
      Duration maxCrawlDelay,
      int dailyBudget,
      Duration firstBackOff,
      Duration maxBackOff,
      Duration maxRetryAfter,
      Duration longestPause) {

    /** Two seconds between requests, 5,000 requests a day. */
    public static final Politeness STANDARD =
        new Politeness(
            Duration.ofSeconds(2),
            Duration.ofMinutes(2),
            5_000,
            Duration.ofMinutes(1),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofSeconds(10));
  }
}
