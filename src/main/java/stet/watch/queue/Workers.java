package stet.watch.queue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import stet.sqlite.Sql;
import stet.watch.store.WatchStatus;

/** Who works on a queue. */
public final class Workers {
  private Workers() {}

  /** All that run, and those of the last days that do not, by name. */
  public static List<WatchStatus.Worker> of(Sql sql) {
    return sql.all(
        """
        SELECT w.name,
          CASE WHEN w.ended_at IS NOT NULL THEN 'ended'
            WHEN w.heard_at < clock_timestamp() - interval '30 seconds' THEN 'silent'
            ELSE 'running' END,
          (SELECT count(*) FROM lease l
            WHERE l.session = w.session AND l.until > clock_timestamp()),
          (extract(epoch FROM w.heard_at) * 1000)::bigint
        FROM worker w WHERE w.heard_at > clock_timestamp() - interval '7 days'
        ORDER BY w.name, w.id""",
        r ->
            new WatchStatus.Worker(
                r.getString(1),
                WatchStatus.Standing.valueOf(r.getString(2).toUpperCase(Locale.ROOT)),
                r.getInt(3),
                Instant.ofEpochMilli(r.getLong(4))));
  }
}
