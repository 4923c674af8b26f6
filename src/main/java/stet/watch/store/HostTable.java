package stet.watch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import stet.fetch.HostState;
import stet.fetch.RobotsEntry;
import stet.sqlite.Sql;
import stet.watch.plan.DayRhythm;
import stet.watch.plan.OutletHistory;

/**
 * What is remembered of hosts between runs: when they may be asked, robots.txt, and how lively
 * outlets are.
 */
public final class HostTable {
  /** Finds each host by one step in the index, however many pages it has. */
  private static final String NEXT_BY_HOST =
      """
      WITH RECURSIVE h (name) AS (
        SELECT min(host) FROM tracked WHERE paused = 0
        UNION ALL
        SELECT (SELECT min(host) FROM tracked WHERE paused = 0 AND host > h.name)
        FROM h WHERE h.name IS NOT NULL)
      SELECT name,
        (SELECT min(next_at) FROM tracked WHERE paused = 0 AND host = h.name) AS next_at
      FROM h WHERE name IS NOT NULL
      UNION ALL SELECT host, min(next_at) FROM feed GROUP BY host""";

  private final Sql sql;

  /** Over a watch's own file, or over a queue that several share. */
  public HostTable(Sql sql) {
    this.sql = sql;
  }

  /** For each host when its first page or feed is due. */
  public Map<String, Instant> nextByHost() {
    record Next(String host, Instant at) {}
    Map<String, Instant> next = new LinkedHashMap<>();
    for (Next n :
        sql.all(NEXT_BY_HOST, r -> new Next(r.getString(1), Instant.parse(r.getString(2))))) {
      next.merge(n.host, n.at, Times::earlier);
    }
    return next;
  }

  /** How lively an outlet was; {@link OutletHistory#NONE} where nothing is known of it. */
  public OutletHistory outlet(String name) {
    return sql.one(
            "SELECT changes, exposure, rhythm FROM outlet WHERE name = ?",
            r -> new OutletHistory(r.getDouble(1), r.getDouble(2), DayRhythm.of(r.getString(3))),
            name)
        .orElse(OutletHistory.NONE);
  }

  /** Keeps how lively an outlet was. */
  public void outlet(String name, OutletHistory history) {
    sql.update(
        """
        INSERT INTO outlet (name, changes, exposure, rhythm) VALUES (?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET changes = excluded.changes, exposure = excluded.exposure,
          rhythm = excluded.rhythm""",
        name,
        history.changes(),
        history.exposure(),
        history.rhythm().text());
  }

  /** All hosts of which something is remembered, by name. */
  public List<HostState> hosts() {
    return sql.all("SELECT * FROM host ORDER BY name", HostTable::host);
  }

  /** What is remembered of one host. */
  public Optional<HostState> host(String name) {
    return sql.one("SELECT * FROM host WHERE name = ?", HostTable::host, name);
  }

  /** Keeps when a host may be asked again, rounded up to the second. */
  public void save(HostState state) {
    sql.update(
        """
        INSERT INTO host (name, not_before, failures, crawl_delay, day, asked, wished)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET not_before = excluded.not_before,
          failures = excluded.failures, crawl_delay = excluded.crawl_delay, day = excluded.day,
          asked = excluded.asked, wished = excluded.wished, forgiven = 0""",
        state.authority(),
        Times.text(state.notBefore().plusMillis(999)),
        state.failures(),
        state.crawlDelay().toMillis(),
        state.day().toString(),
        state.asked(),
        state.wished() == null ? null : Times.text(state.wished().plusMillis(999)));
  }

  /** Somebody says that the cause of a host's failures is mended; whoever fetches is told. */
  public void forgive(String name) {
    sql.update("UPDATE host SET forgiven = 1 WHERE name = ? AND failures > 0", name);
  }

  /** The hosts of which somebody said so since this was asked for last. */
  public List<String> forgiven() {
    return forgiven(name -> true);
  }

  /**
   * The same of some hosts; whoever asks the others is still to be told.
   *
   * @param asked whether whoever calls this is the one who asks a host
   */
  public List<String> forgiven(Predicate<String> asked) {
    List<String> names =
        sql
            .all("SELECT name FROM host WHERE forgiven = 1 ORDER BY name", r -> r.getString(1))
            .stream()
            .filter(asked)
            .toList();
    names.forEach(name -> sql.update("UPDATE host SET forgiven = 0 WHERE name = ?", name));
    return names;
  }

  private static HostState host(ResultSet row) throws SQLException {
    return new HostState(
        row.getString("name"),
        Instant.parse(row.getString("not_before")),
        row.getInt("failures"),
        Duration.ofMillis(row.getLong("crawl_delay")),
        LocalDate.parse(row.getString("day")),
        row.getInt("asked"),
        Times.of(row.getString("wished")));
  }

  /** How many pages of a host were found out since then to hide edits behind their validators. */
  public int distrusted(String host, Instant since) {
    return sql.one(
            "SELECT count(*) FROM tracked WHERE host = ? AND distrusted_at > ?",
            r -> r.getInt(1),
            host,
            Times.text(since))
        .orElse(0);
  }

  /** The hosts of such pages, those with the most pages first. */
  public List<WatchStatus.Distrusted> distrusted(Instant since, int most) {
    return sql.all(
        """
        SELECT host, count(*) AS pages, max(distrusted_at) AS latest FROM tracked
        WHERE distrusted_at > ? GROUP BY host ORDER BY pages DESC, host LIMIT ?""",
        r ->
            new WatchStatus.Distrusted(
                r.getString("host"),
                r.getInt("pages"),
                r.getInt("pages") >= Trust.ADDRESSES_OF_A_HOST,
                Instant.parse(r.getString("latest"))),
        Times.text(since),
        most);
  }

  List<RobotsEntry> robots() {
    return sql.all("SELECT * FROM robots ORDER BY checked_at", HostTable::robots);
  }

  /** What is known of the robots.txt files of a host. */
  public List<RobotsEntry> robots(String host) {
    return sql.all(
        "SELECT * FROM robots WHERE origin IN (?, ?)",
        HostTable::robots,
        "https://" + host,
        "http://" + host);
  }

  /** Keeps what is known of a robots.txt file. */
  public void save(RobotsEntry entry) {
    sql.update(
        """
        INSERT INTO robots
          (origin, checked_at, kind, text, media_type, unreachable_since, tries)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (origin) DO UPDATE SET checked_at = excluded.checked_at, kind = excluded.kind,
          text = excluded.text, media_type = excluded.media_type,
          unreachable_since = excluded.unreachable_since, tries = excluded.tries""",
        entry.origin(),
        Times.text(entry.checkedAt()),
        entry.kind().name(),
        entry.text(),
        entry.mediaType(),
        Times.textOrNull(entry.unreachableSince()),
        entry.tries());
  }

  private static RobotsEntry robots(ResultSet row) throws SQLException {
    return new RobotsEntry(
        row.getString("origin"),
        Instant.parse(row.getString("checked_at")),
        RobotsEntry.Kind.valueOf(row.getString("kind")),
        row.getString("text"),
        row.getString("media_type"),
        Times.of(row.getString("unreachable_since")),
        row.getInt("tries"));
  }
}
