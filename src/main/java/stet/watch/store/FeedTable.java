package stet.watch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.capture.WebAddress;
import stet.fetch.Fetcher;
import stet.fetch.discovery.Discovery;
import stet.fetch.discovery.DiscoveryRules;
import stet.sqlite.Sql;

/** The lists that are watched for articles. */
public final class FeedTable {
  private static final String FEED = "SELECT * FROM feed ";

  private final Sql sql;

  FeedTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * Adds a list that is due at once; false when it was there before.
   *
   * @param uri as {@link WebAddress#spelled} has it
   * @param parent the index that names it; null where a person does
   * @param every the time between checks until its own news suggest another
   * @param now UTC, kept to the second
   */
  public boolean add(
      String uri, @Nullable Long parent, DiscoveryRules rules, Duration every, Instant now) {
    return sql.update(
            """
            INSERT INTO feed (uri, parent_id, host, kind, include, exclude, languages,
              item_limit, added_at, next_at, every, outcome, detail, failures, candidates,
              answered_by, etag, last_modified, media_type, payload)
            VALUES (?, ?, ?, 'unknown', ?, ?, ?, ?, ?, ?, ?, 'never', '', 0, 0, '', '', '', '', '')
            ON CONFLICT DO NOTHING""",
            uri,
            parent,
            Fetcher.authority(uri),
            String.join("\n", rules.include()),
            String.join("\n", rules.exclude()),
            String.join("\n", rules.languages()),
            rules.limit(),
            Times.text(now),
            Times.text(now),
            every.toSeconds())
        > 0;
  }

  void rules(String uri, DiscoveryRules rules) {
    sql.update(
        "UPDATE feed SET include = ?, exclude = ?, languages = ?, item_limit = ? WHERE uri = ?",
        String.join("\n", rules.include()),
        String.join("\n", rules.exclude()),
        String.join("\n", rules.languages()),
        rules.limit(),
        uri);
  }

  boolean remove(String uri) {
    return sql.update("DELETE FROM feed WHERE uri = ?", uri) > 0;
  }

  /** Removes the lists of an index that it names no longer. */
  public void keepChildren(long parent, List<String> named) {
    for (WatchedFeed child : sql.all(FEED + "WHERE parent_id = ?", FeedTable::feed, parent)) {
      if (!named.contains(child.uri())) {
        remove(child.uri());
      }
    }
  }

  /** A list is due at a time, unless it is so before. */
  public void dueAt(long id, Instant at) {
    sql.update(
        "UPDATE feed SET next_at = ? WHERE id = ? AND next_at > ?",
        Times.text(at),
        id,
        Times.text(at));
  }

  /** When a list was asked for last, UTC; empty for never, or where there is none. */
  public Optional<Instant> asked(long id) {
    return sql.one(
            "SELECT asked_at FROM feed WHERE id = ?",
            r -> Optional.ofNullable(Times.of(r.getString(1))),
            id)
        .flatMap(at -> at);
  }

  /** A list is due at once. */
  boolean due(String uri, Instant now) {
    return sql.update(
            "UPDATE feed SET next_at = CASE WHEN next_at < ? THEN next_at ELSE ? END WHERE uri = ?",
            Times.text(now),
            Times.text(now),
            uri)
        > 0;
  }

  List<WatchedFeed> all() {
    return sql.all(FEED + "ORDER BY id", FeedTable::feed);
  }

  /** How many are due. */
  long countDue(Instant now) {
    return sql.one(
            "SELECT count(*) FROM feed WHERE next_at <= ?", r -> r.getLong(1), Times.text(now))
        .orElse(0L);
  }

  /** When a list was asked for last; empty for never. */
  Optional<Instant> lastAsked() {
    return sql.one(
            "SELECT max(asked_at) FROM feed", r -> Optional.ofNullable(Times.of(r.getString(1))))
        .flatMap(at -> at);
  }

  Optional<WatchedFeed> find(String uri) {
    return sql.one(FEED + "WHERE uri = ?", FeedTable::feed, uri);
  }

  /** The lists of a host that are due soonest. */
  public List<WatchedFeed> soonest(String host, int most) {
    return sql.all(FEED + "WHERE host = ? ORDER BY next_at LIMIT ?", FeedTable::feed, host, most);
  }

  /** What is kept of a list's last full answer; {@link Known#NOTHING} where there is none. */
  public Known known(long id) {
    return sql.one("SELECT * FROM feed WHERE id = ?", Known::read, id).orElse(Known.NOTHING);
  }

  /** Notes a check of a list: where it stands and what its answer was. */
  public void settle(long id, WatchedFeed.State state, Known known) {
    sql.update(
        """
        UPDATE feed SET kind = ?, next_at = ?, every = ?, asked_at = ?, outcome = ?, detail = ?,
          failures = ?, candidates = ?,
          answered_by = ?, etag = ?, last_modified = ?, media_type = ?, payload = ?,
          full_at = ?, confirmations = ?, distrusted_at = ? WHERE id = ?""",
        state.kind().id(),
        Times.text(state.nextAt()),
        state.every().toSeconds(),
        Times.textOrNull(state.askedAt()),
        state.outcome().id(),
        state.detail(),
        state.failures(),
        state.candidates(),
        known.answeredBy(),
        known.etag(),
        known.lastModified(),
        known.mediaType(),
        known.payload(),
        Times.textOrNull(known.trust().fullAt()),
        known.trust().confirmations(),
        Times.textOrNull(known.trust().distrustedAt()),
        id);
  }

  /** See {@link TrackedTable#pullBack}. */
  public int pullBack(Instant now) {
    record Ahead(long id, long every) {}
    List<Ahead> ahead =
        sql.all(
            "SELECT id, every FROM feed WHERE asked_at > ?",
            r -> new Ahead(r.getLong(1), r.getLong(2)),
            Times.text(now));
    for (Ahead feed : ahead) {
      sql.update(
          "UPDATE feed SET next_at = ?, asked_at = ? WHERE id = ?",
          Times.text(now.plusSeconds(feed.every())),
          Times.text(now),
          feed.id());
    }
    return ahead.size();
  }

  private static WatchedFeed feed(ResultSet row) throws SQLException {
    long parent = row.getLong("parent_id");
    Long parentOrNull = row.wasNull() ? null : Long.valueOf(parent);
    DiscoveryRules rules =
        new DiscoveryRules(
            lines(row.getString("include")),
            lines(row.getString("exclude")),
            lines(row.getString("languages")),
            row.getInt("item_limit"));
    WatchedFeed.State state =
        new WatchedFeed.State(
            Discovery.Kind.ofId(row.getString("kind")),
            Instant.parse(row.getString("next_at")),
            Duration.ofSeconds(row.getLong("every")),
            Times.of(row.getString("asked_at")),
            CheckOutcome.ofId(row.getString("outcome")),
            row.getString("detail"),
            row.getInt("failures"),
            row.getInt("candidates"));
    return new WatchedFeed(
        row.getLong("id"),
        row.getString("uri"),
        parentOrNull,
        row.getString("host"),
        rules,
        Instant.parse(row.getString("added_at")),
        state);
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
