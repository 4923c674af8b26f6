package stet.app.stats;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.stats.Grouping;

/**
 * Which figures are asked for.
 *
 * @param outlets of one of these; empty for all
 * @param since articles first seen at that moment or later, UTC; null for all
 * @param until articles first seen before that moment, UTC; null for all
 * @param by how they are put together
 */
public record StatsQuery(
    Set<String> outlets, @Nullable Instant since, @Nullable Instant until, Grouping by) {
  public StatsQuery {
    outlets = Set.copyOf(outlets);
  }

  /** Whether an article first seen then is meant. */
  boolean covers(Instant firstSeen) {
    return (since == null || !firstSeen.isBefore(since))
        && (until == null || firstSeen.isBefore(until));
  }
}
