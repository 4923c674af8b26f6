package stet.watch.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import stet.fetch.discovery.Discovery;
import stet.fetch.discovery.DiscoveryRules;

/**
 * A feed, sitemap or section page that is watched for articles.
 *
 * @param id its row
 * @param uri its address
 * @param parent the sitemap index that names it; null when a person added it
 * @param host host, with its port where that is not the usual one
 * @param rules which of its candidates are wanted
 * @param addedAt when it was added, UTC
 * @param state what changes with each check
 */
public record WatchedFeed(
    long id,
    String uri,
    @Nullable Long parent,
    String host,
    DiscoveryRules rules,
    Instant addedAt,
    State state) {
  /**
   * What changes with each check.
   *
   * @param kind what it turned out to be; unknown before the first check
   * @param nextAt when it is due, UTC
   * @param every the time between checks that its own news suggest
   * @param askedAt the last request, UTC; null before the first
   * @param outcome what came of that
   * @param detail one line for people; empty when there is nothing to say
   * @param failures checks in a row that could not read it
   * @param candidates pages named by the last answer that fit the rules
   */
  public record State(
      Discovery.Kind kind,
      Instant nextAt,
      Duration every,
      @Nullable Instant askedAt,
      CheckOutcome outcome,
      String detail,
      int failures,
      int candidates) {}
}
