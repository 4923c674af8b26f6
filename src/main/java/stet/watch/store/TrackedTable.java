package stet.watch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.TrackingParameters;
import stet.fetch.Fetcher;
import stet.sqlite.Sql;
import stet.watch.plan.RecheckHistory;

/** The addresses that are checked. */
public final class TrackedTable {
  private static final String PAGE =
      "SELECT *, (SELECT f.uri FROM feed f WHERE f.id = feed_id) AS via FROM tracked ";

  private final Sql sql;

  TrackedTable(Sql sql) {
    this.sql = sql;
  }

  /** Notes for each address which story it names, where an earlier program did not. */
  void nameStories() {
    for (String uri : sql.all("SELECT uri FROM tracked WHERE story IS NULL", r -> r.getString(1))) {
      sql.update(
          "UPDATE tracked SET story = ? WHERE uri = ?", TrackingParameters.without(uri), uri);
    }
  }

  /**
   * Adds an address that is due at once; false when it was there before, even if paused, or in a
   * form that differs only by where a reader came from.
   */
  public boolean add(String uri, @Nullable Long feed, Instant published, Instant now) {
    String story = TrackingParameters.without(uri);
    if (sql.one("SELECT 1 FROM tracked WHERE story = ? LIMIT 1", r -> true, story).isPresent()) {
      return false;
    }
    String host = Fetcher.authority(uri);
    RecheckHistory born = RecheckHistory.born(published, now);
    return sql.update(
            """
            INSERT INTO tracked (uri, story, host, outlet, feed_id, added_at, paused, next_at,
              outcome, detail, failures, born_at, changed_at, changes, exposure,
              answered_by, etag, last_modified, media_type, payload)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?, 'never', '', 0, ?, ?, 0, 0, '', '', '', '', '')
            ON CONFLICT DO NOTHING""",
            uri,
            story,
            host,
            outlet(host),
            feed,
            Times.text(now),
            Times.text(now),
            Times.text(born.born()),
            Times.text(born.changed()))
        > 0;
  }

  /** Takes up the checks of an address again; false when it was not paused. */
  boolean resume(String uri, Instant now) {
    return sql.update(
            "UPDATE tracked SET paused = 0, next_at = ? WHERE story = ? AND paused = 1",
            Times.text(now),
            TrackingParameters.without(uri))
        > 0;
  }

  /** Ends the checks of an address, so that no feed brings it back. */
  boolean pause(String uri) {
    return sql.update(
            "UPDATE tracked SET paused = 1 WHERE story = ? AND paused = 0",
            TrackingParameters.without(uri))
        > 0;
  }

  /** A list states a change: the address is due at once, once for each stated time. */
  public boolean hint(String uri, Instant stated, Instant now) {
    String text = Times.text(stated);
    return sql.update(
            """
            UPDATE tracked SET hinted_at = ?, next_at = CASE WHEN next_at < ? THEN next_at ELSE ? END
            WHERE story = ? AND checked_at < ? AND (hinted_at IS NULL OR hinted_at < ?)""",
            text,
            Times.text(now),
            Times.text(now),
            TrackingParameters.without(uri),
            text,
            text)
        > 0;
  }

  boolean isActive(String uri) {
    return sql.one(
            "SELECT 1 FROM tracked WHERE story = ? AND paused = 0 LIMIT 1",
            r -> r.getInt(1),
            TrackingParameters.without(uri))
        .isPresent();
  }

  /** A page is due at once; false when it is not checked. */
  boolean due(String uri, Instant now) {
    return sql.update(
            """
            UPDATE tracked SET next_at = CASE WHEN next_at < ? THEN next_at ELSE ? END
            WHERE story = ? AND paused = 0""",
            Times.text(now),
            Times.text(now),
            TrackingParameters.without(uri))
        > 0;
  }

  /**
   * Pages that are checked, in the order of their addresses.
   *
   * @param after only those whose address comes after this one; empty for the first
   * @param most how many
   */
  public List<TrackedPage> listed(String after, int most) {
    return sql.all(
        PAGE + "WHERE paused = 0 AND uri > ? ORDER BY uri LIMIT ?",
        TrackedTable::page,
        after,
        most);
  }

  /** The page of that address, or of a form of it that names the same story, if it is checked. */
  public Optional<TrackedPage> find(String uri) {
    return sql.one(
        PAGE + "WHERE story = ? AND paused = 0 ORDER BY id LIMIT 1",
        TrackedTable::page,
        TrackingParameters.without(uri));
  }

  /** The pages of a host that are due soonest. */
  public List<TrackedPage> soonest(String host, int most) {
    return sql.all(
        PAGE + "WHERE paused = 0 AND host = ? ORDER BY next_at LIMIT ?",
        TrackedTable::page,
        host,
        most);
  }

  /** The pages that are due soonest, whatever their host. */
  public List<TrackedPage> soonest(int most) {
    return sql.all(PAGE + "WHERE paused = 0 ORDER BY next_at LIMIT ?", TrackedTable::page, most);
  }

  /** The pages that are due by {@code until}, soonest first. */
  public List<TrackedPage> before(Instant until, int most) {
    return sql.all(
        PAGE + "WHERE paused = 0 AND next_at <= ? ORDER BY next_at, id LIMIT ?",
        TrackedTable::page,
        Times.text(until),
        most);
  }

  /** Those whose last check showed no state, the latest first. */
  public List<TrackedPage> failing(int most) {
    return sql.all(
        PAGE + "WHERE failures > 0 AND asked_at IS NOT NULL ORDER BY asked_at DESC LIMIT ?",
        TrackedTable::page,
        most);
  }

  /** Notes a check of a page: where it stands now. */
  public void settle(long id, TrackedPage.State state) {
    RecheckHistory history = state.history();
    sql.update(
        """
        UPDATE tracked SET next_at = ?, asked_at = ?, outcome = ?, detail = ?, failures = ?,
          born_at = ?, checked_at = ?, changed_at = ?, changes = ?, exposure = ?,
          answered_by = ?, etag = ?, last_modified = ?, media_type = ?, payload = ?,
          full_at = ?, confirmations = ?, distrusted_at = ? WHERE id = ?""",
        Times.text(state.nextAt()),
        Times.textOrNull(state.askedAt()),
        state.outcome().id(),
        state.detail(),
        state.failures(),
        Times.text(history.born()),
        state.seen() ? Times.text(history.checked()) : null,
        Times.text(history.changed()),
        history.changes(),
        history.exposure(),
        state.known().answeredBy(),
        state.known().etag(),
        state.known().lastModified(),
        state.known().mediaType(),
        state.known().payload(),
        Times.textOrNull(state.known().trust().fullAt()),
        state.known().trust().confirmations(),
        Times.textOrNull(state.known().trust().distrustedAt()),
        id);
  }

  /**
   * A clock that was set back leaves requests in the future behind it. Those are due as long after
   * {@code now} as they were after that request.
   */
  public int pullBack(Instant now) {
    record Ahead(long id, Instant next, Instant asked) {}
    String text = Times.text(now);
    List<Ahead> ahead =
        sql.all(
            "SELECT id, next_at, asked_at FROM tracked WHERE asked_at > ?",
            r ->
                new Ahead(
                    r.getLong(1), Instant.parse(r.getString(2)), Instant.parse(r.getString(3))),
            text);
    for (Ahead page : ahead) {
      Duration wait = Duration.between(page.asked(), page.next());
      sql.update(
          """
          UPDATE tracked SET next_at = ?, asked_at = ?,
            checked_at = CASE WHEN checked_at > ? THEN ? ELSE checked_at END,
            changed_at = CASE WHEN changed_at > ? THEN ? ELSE changed_at END
          WHERE id = ?""",
          Times.text(wait.isNegative() ? now : now.plus(wait)),
          text,
          text,
          text,
          text,
          text,
          page.id());
    }
    return ahead.size();
  }

  /** How many addresses are paused, or else how many are checked. */
  public long count(boolean paused) {
    return sql.one(
            "SELECT count(*) FROM tracked WHERE paused = ?", r -> r.getLong(1), paused ? 1 : 0)
        .orElse(0L);
  }

  /** How many addresses are due. */
  public long countDue(Instant now) {
    return sql.one(
            "SELECT count(*) FROM tracked WHERE paused = 0 AND next_at <= ?",
            r -> r.getLong(1),
            Times.text(now))
        .orElse(0L);
  }

  /** When a page was asked for last; empty for never. */
  Optional<Instant> lastAsked() {
    return sql.one(
            "SELECT max(asked_at) FROM tracked", r -> Optional.ofNullable(Times.of(r.getString(1))))
        .flatMap(at -> at);
  }

  /** How many of those that are checked had which outcome last; all outcomes are named. */
  Map<CheckOutcome, Long> outcomes() {
    Map<CheckOutcome, Long> outcomes = new EnumMap<>(CheckOutcome.class);
    for (CheckOutcome outcome : CheckOutcome.values()) {
      outcomes.put(outcome, 0L);
    }
    record Count(CheckOutcome outcome, long pages) {}
    sql.all(
            "SELECT outcome, count(*) FROM tracked WHERE paused = 0 GROUP BY outcome",
            r -> new Count(CheckOutcome.ofId(r.getString(1)), r.getLong(2)))
        .forEach(c -> outcomes.put(c.outcome, c.pages));
    return outcomes;
  }

  /** The host without what tells a site's own hosts apart. */
  private static String outlet(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static TrackedPage page(ResultSet row) throws SQLException {
    Instant born = Instant.parse(row.getString("born_at"));
    String checked = row.getString("checked_at");
    RecheckHistory history =
        new RecheckHistory(
            born,
            checked == null ? born : Instant.parse(checked),
            Instant.parse(row.getString("changed_at")),
            row.getDouble("changes"),
            row.getDouble("exposure"));
    TrackedPage.State state =
        new TrackedPage.State(
            Instant.parse(row.getString("next_at")),
            Times.of(row.getString("asked_at")),
            CheckOutcome.ofId(row.getString("outcome")),
            row.getString("detail"),
            row.getInt("failures"),
            history,
            checked != null,
            Known.read(row));
    return new TrackedPage(
        row.getLong("id"),
        row.getString("uri"),
        row.getString("host"),
        row.getString("outlet"),
        Objects.requireNonNullElse(row.getString("via"), ""),
        state);
  }
}
