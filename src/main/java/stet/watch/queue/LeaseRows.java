package stet.watch.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.sqlite.Sql;
import stet.watch.store.Times;

/**
 * The rows of leases and workers. When a lease ends is reckoned by the database's clock in the
 * statement that asks, so that no worker's clock decides it.
 */
final class LeaseRows {
  private static final String NOW = "clock_timestamp()";
  private static final String END = NOW + " + ? * interval '1 millisecond'";

  /** What takes rows that another statement chose, and tells how they were left. */
  private static final String TAKEN =
      """
      UPDATE lease SET session = ?, worker = ?, until = %s, clean = FALSE,
        wanted_by = '', wanted_until = '-infinity'
      FROM free WHERE lease.host = free.host RETURNING lease.host, free.clean"""
          .formatted(END);

  /** A run of the same folder before this one: its lock says that it has ended. */
  private static final String FREE =
      """
      (until < %1$s OR worker = ? AND session <> ?)
      AND (wanted_until < %1$s OR wanted_by = ?)"""
          .formatted(NOW);

  private final Sql sql;
  private final Worker me;
  private final Duration length;

  LeaseRows(Sql sql, Worker me, Duration length) {
    this.sql = sql;
    this.me = me;
    this.length = length;
  }

  /**
   * A host that was taken.
   *
   * @param clean whether who had it before noted all that it asked
   */
  record Taken(String host, boolean clean) {}

  /** A host that this worker has: whether a redirect leads another one to it. */
  record Mine(String host, boolean wanted) {}

  /** Notes that a run begins. */
  void begin() {
    sql.run("DELETE FROM worker WHERE heard_at < " + NOW + " - interval '30 days'");
    sql.update(
        """
        INSERT INTO worker (id, session, name, started_at, heard_at)
        VALUES (?, ?, ?, clock_timestamp(), clock_timestamp())
        ON CONFLICT (id) DO UPDATE SET session = excluded.session, name = excluded.name,
          started_at = excluded.started_at, heard_at = excluded.heard_at, ended_at = NULL""",
        me.id(),
        me.session(),
        me.name());
  }

  /** Notes that it ended by itself. */
  void end() {
    if (me.isPassing()) {
      sql.update("DELETE FROM worker WHERE id = ?", me.id());
      return;
    }
    sql.update(
        "UPDATE worker SET ended_at = " + NOW + " WHERE id = ? AND session = ?",
        me.id(),
        me.session());
  }

  /**
   * Takes hosts of which something is due and that may be asked, first those whose answers lie with
   * this worker. Rows that another worker is just taking are passed over.
   */
  List<Taken> take(HostClaims.Look look, int most) {
    String due = Times.text(look.due());
    return sql.all(
        """
        WITH free AS (
          SELECT l.host, l.clean FROM lease l
          WHERE %s
            AND (EXISTS (SELECT 1 FROM tracked t
                WHERE t.paused = 0 AND t.host = l.host AND t.next_at <= ?)
              OR EXISTS (SELECT 1 FROM feed f WHERE f.host = l.host AND f.next_at <= ?))
            AND NOT EXISTS (SELECT 1 FROM host h
              WHERE h.name = l.host AND h.not_before > ? AND h.forgiven = 0)
          ORDER BY l.worker <> ?, l.until, l.host LIMIT ? FOR UPDATE OF l SKIP LOCKED)
        """
                .formatted(FREE)
            + TAKEN,
        r -> new Taken(r.getString(1), r.getBoolean(2)),
        me.id(),
        me.session(),
        me.session(),
        due,
        due,
        Times.text(look.now().plus(look.patience())),
        me.id(),
        most,
        me.session(),
        me.id(),
        length.toMillis());
  }

  /** Takes one host, to which a redirect leads; empty where another has it. */
  Optional<Taken> take(String host) {
    sql.update("INSERT INTO lease (host) VALUES (?) ON CONFLICT DO NOTHING", host);
    return sql.one(
        """
        WITH free AS (
          SELECT host, clean FROM lease WHERE host = ? AND %s FOR UPDATE SKIP LOCKED)
        """
                .formatted(FREE)
            + TAKEN,
        r -> new Taken(r.getString(1), r.getBoolean(2)),
        host,
        me.id(),
        me.session(),
        me.session(),
        me.session(),
        me.id(),
        length.toMillis());
  }

  /** Asks who has a host to give it back soon. */
  void want(String host, Duration time) {
    sql.update(
        """
        UPDATE lease SET wanted_by = ?, wanted_until = %1$s
        WHERE host = ? AND session <> ? AND wanted_until < clock_timestamp()"""
            .formatted(END),
        me.session(),
        time.toMillis(),
        host,
        me.session());
  }

  /** Renews all leases of this run. */
  List<Mine> renew() {
    sql.update("UPDATE worker SET heard_at = " + NOW + " WHERE id = ?", me.id());
    return sql.all(
        """
        UPDATE lease SET until = %s WHERE session = ?
        RETURNING host, wanted_until > clock_timestamp()"""
            .formatted(END),
        r -> new Mine(r.getString(1), r.getBoolean(2)),
        length.toMillis(),
        me.session());
  }

  /**
   * Gives a host back.
   *
   * @param clean whether all that is known of it is noted
   * @return whether it was still this run's
   */
  boolean release(String host, boolean clean) {
    return sql.update(
            """
            UPDATE lease SET session = '', until = '-infinity', clean = ?
            WHERE host = ? AND session = ?""",
            clean,
            host,
            me.session())
        > 0;
  }

  /** For each host of this run when its first page or list is due; not those without any. */
  Map<String, Instant> next() {
    record Next(String host, @Nullable String at) {}
    Map<String, Instant> next = new LinkedHashMap<>();
    for (Next n :
        sql.all(
            """
            SELECT l.host, least(
              (SELECT min(next_at) FROM tracked t WHERE t.paused = 0 AND t.host = l.host),
              (SELECT min(next_at) FROM feed f WHERE f.host = l.host))
            FROM lease l WHERE l.session = ?""",
            r -> new Next(r.getString(1), r.getString(2)),
            me.session())) {
      if (n.at != null) {
        next.put(n.host, Instant.parse(n.at));
      }
    }
    return next;
  }

  /** When the next check of anything is planned; empty where nothing is tracked. */
  Optional<Instant> upcoming() {
    return sql.one(
            """
            SELECT least((SELECT min(next_at) FROM tracked WHERE paused = 0),
              (SELECT min(next_at) FROM feed))""",
            r -> Optional.ofNullable(r.getString(1)))
        .flatMap(at -> at)
        .map(Instant::parse);
  }

  /**
   * Whether a host is this run's, and will be for a while.
   *
   * @param sql of the transaction in which it is asked
   */
  static boolean isHeld(Sql sql, Worker worker, String host) {
    return sql.one(
            """
            SELECT 1 FROM lease WHERE host = ? AND session = ?
              AND until > clock_timestamp() + interval '5 seconds'""",
            r -> true,
            host,
            worker.session())
        .isPresent();
  }
}
