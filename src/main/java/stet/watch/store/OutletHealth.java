package stet.watch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.sqlite.Sql;

/**
 * How well an outlet can be watched.
 *
 * @param outlet its name
 * @param shownAt when any of its pages last showed a state, or was said to be gone, UTC; null for
 *     never
 * @param failing pages whose last check, after that, was answered with anything else or not at all
 * @param pages how many of its pages are checked
 * @param failedAt the latest of those checks, UTC; null where there is none
 * @param detail what that one came to, in one line; empty where there is none
 * @param namedAt when one of its lists last named a page that was not known, UTC; null for never
 * @param namedBefore how many they named in the seven days up to then
 * @param listed whether a list that names its pages could be read at its last check
 */
public record OutletHealth(
    String outlet,
    @Nullable Instant shownAt,
    int failing,
    int pages,
    @Nullable Instant failedAt,
    String detail,
    @Nullable Instant namedAt,
    int namedBefore,
    boolean listed) {
  private static final Duration DAYS_BEFORE = Duration.ofDays(7);

  private static final String BAD =
      "outcome IN ('no-article', 'refused', 'server-error', 'failed', 'disallowed')";

  /** Of all outlets with pages that are checked. */
  static List<OutletHealth> all(Sql sql) {
    return sql
        .all(
            """
            WITH seen AS (
              SELECT outlet, count(*) AS pages,
                max(CASE WHEN outcome = 'gone' AND asked_at > coalesce(checked_at, '')
                  THEN asked_at ELSE coalesce(checked_at, '') END) AS shown,
                max(CASE WHEN feed_id IS NULL THEN '' ELSE added_at END) AS named
              FROM tracked WHERE paused = 0 GROUP BY outlet)
            SELECT s.outlet, nullif(s.shown, ''),
              (SELECT count(*) FROM tracked t WHERE t.outlet = s.outlet AND paused = 0
                AND asked_at > s.shown AND %1$s),
              s.pages,
              (SELECT max(asked_at) FROM tracked t
                WHERE t.outlet = s.outlet AND paused = 0 AND %1$s),
              coalesce((SELECT detail FROM tracked t
                WHERE t.outlet = s.outlet AND paused = 0 AND asked_at IS NOT NULL AND %1$s
                ORDER BY asked_at DESC LIMIT 1), ''),
              nullif(s.named, ''),
              CASE WHEN EXISTS (SELECT 1 FROM tracked t JOIN feed f ON f.id = t.feed_id
                WHERE t.outlet = s.outlet AND f.outcome IN ('read', 'not-modified'))
                THEN 1 ELSE 0 END
            FROM seen s ORDER BY s.outlet"""
                .formatted(BAD),
            OutletHealth::read)
        .stream()
        .map(outlet -> outlet.withNamedBefore(sql))
        .toList();
  }

  private static OutletHealth read(ResultSet r) throws SQLException {
    return new OutletHealth(
        r.getString(1),
        Times.of(r.getString(2)),
        r.getInt(3),
        r.getInt(4),
        Times.of(r.getString(5)),
        r.getString(6),
        Times.of(r.getString(7)),
        0,
        r.getInt(8) == 1);
  }

  /** How many pages lists named in the days before the last one, where they named any. */
  private OutletHealth withNamedBefore(Sql sql) {
    int before =
        namedAt == null
            ? 0
            : sql.one(
                    """
                    SELECT count(*) FROM tracked
                    WHERE outlet = ? AND feed_id IS NOT NULL AND added_at > ?""",
                    r -> r.getInt(1),
                    outlet,
                    Times.text(namedAt.minus(DAYS_BEFORE)))
                .orElse(0);
    return new OutletHealth(
        outlet, shownAt, failing, pages, failedAt, detail, namedAt, before, listed);
  }
}
