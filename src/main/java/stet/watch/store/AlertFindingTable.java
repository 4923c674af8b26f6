package stet.watch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import stet.sqlite.Sql;

/** What rules fired on, and what of it waits to be told. */
public final class AlertFindingTable {
  private static final String COLUMNS =
      "id, rule, ask, event, article_key, alike, found_at, standing, note, body";

  private final Sql sql;

  AlertFindingTable(Sql sql) {
    this.sql = sql;
  }

  /** Keeps a finding; its number, or nothing where the rule fired on the same before. */
  public OptionalLong add(AlertFinding f) {
    if (isKnown(f.rule(), f.event())) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        sql.insert(
            """
            INSERT INTO alert_finding
              (rule, ask, event, article_key, alike, found_at, standing, note, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            f.rule(),
            f.ask(),
            f.event(),
            f.articleKey(),
            f.alike(),
            Times.text(f.foundAt()),
            f.standing(),
            f.note(),
            f.body()));
  }

  /** Whether a rule fired on that before. */
  public boolean isKnown(String rule, String event) {
    return sql.one(
            "SELECT 1 FROM alert_finding WHERE rule = ? AND event = ?", r -> true, rule, event)
        .isPresent();
  }

  /** The finding of that number. */
  public Optional<AlertFinding> find(long id) {
    return sql.one(
        "SELECT " + COLUMNS + " FROM alert_finding WHERE id = ?", AlertFindingTable::read, id);
  }

  /**
   * What a rule fired on before that ends alike: the same, of an article that may have had another
   * key then.
   *
   * @param kind how the event begins
   * @param ending how it ends, without signs that a pattern has
   */
  public List<AlertFinding> ending(String rule, String kind, String ending) {
    return sql.all(
        "SELECT " + COLUMNS + " FROM alert_finding WHERE rule = ? AND event LIKE ? ORDER BY id",
        AlertFindingTable::read,
        rule,
        kind + " % " + ending);
  }

  /** Files a finding under another key of its article. */
  public void rename(long id, String event, String articleKey) {
    sql.update(
        "UPDATE alert_finding SET event = ?, article_key = ? WHERE id = ?", event, articleKey, id);
  }

  /** All findings of an article, without what messages show of them. */
  public List<AlertFinding.Known> of(String articleKey) {
    return sql.all(
        """
        SELECT id, rule, ask, event, standing, note FROM alert_finding
        WHERE article_key = ? ORDER BY id""",
        r ->
            new AlertFinding.Known(
                r.getLong(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(6)),
        articleKey);
  }

  /** Notes whether a finding still holds. */
  public void stand(long id, String standing, String note) {
    sql.update("UPDATE alert_finding SET standing = ?, note = ? WHERE id = ?", standing, note, id);
  }

  /** When a message of a rule first told what is alike and was found since then, UTC. */
  public Optional<Instant> toldAlike(String rule, String alike, Instant since) {
    return sql.one(
            """
            SELECT min(m.made_at) FROM alert_finding f
            JOIN alert_told t ON t.finding_id = f.id JOIN alert_message m ON m.id = t.message_id
            WHERE f.rule = ? AND f.alike = ? AND f.found_at >= ?""",
            r -> Optional.ofNullable(Times.of(r.getString(1))),
            rule,
            alike,
            Times.text(since))
        .flatMap(at -> at);
  }

  /** When a rule last fired, UTC; empty where it never did. */
  public Optional<Instant> lastFound(String rule) {
    return sql.one(
            "SELECT max(found_at) FROM alert_finding WHERE rule = ?",
            r -> Optional.ofNullable(Times.of(r.getString(1))),
            rule)
        .flatMap(at -> at);
  }

  /** How often a rule fired since then. */
  public int count(String rule, Instant since) {
    return sql.one(
            "SELECT count(*) FROM alert_finding WHERE rule = ? AND found_at >= ?",
            r -> r.getInt(1),
            rule,
            Times.text(since))
        .orElse(0);
  }

  /** Has a finding told. */
  public void due(AlertDue due) {
    sql.update(
        """
        INSERT INTO alert_due (finding_id, channel, correction, due_at, gathered)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET due_at = excluded.due_at, gathered = excluded.gathered""",
        due.finding(),
        due.channel(),
        due.correction() ? 1 : 0,
        Times.text(due.dueAt()),
        due.gathered() ? 1 : 0);
  }

  /** What is due by then, in the order in which it was found. */
  public List<AlertDue> due(Instant now, int most) {
    return sql.all(
        """
        SELECT finding_id, channel, correction, due_at, gathered FROM alert_due
        WHERE due_at <= ? ORDER BY finding_id, channel, correction LIMIT ?""",
        AlertFindingTable::readDue,
        Times.text(now),
        most);
  }

  /** All that waits of a finding. */
  public List<AlertDue> waiting(long finding) {
    return sql.all(
        """
        SELECT finding_id, channel, correction, due_at, gathered FROM alert_due
        WHERE finding_id = ? ORDER BY channel, correction""",
        AlertFindingTable::readDue,
        finding);
  }

  /** How many findings of a rule wait to be told. */
  public int waiting(String rule) {
    return sql.one(
            """
            SELECT count(DISTINCT f.id) FROM alert_due d JOIN alert_finding f ON f.id = d.finding_id
            WHERE f.rule = ?""",
            r -> r.getInt(1),
            rule)
        .orElse(0);
  }

  /** When the next of it is due, UTC; empty where nothing waits. */
  public Optional<Instant> nextDue() {
    return sql.one(
            "SELECT min(due_at) FROM alert_due", r -> Optional.ofNullable(Times.of(r.getString(1))))
        .flatMap(at -> at);
  }

  /** It waits no longer. */
  public void done(AlertDue due) {
    sql.update(
        "DELETE FROM alert_due WHERE finding_id = ? AND channel = ? AND correction = ?",
        due.finding(),
        due.channel(),
        due.correction() ? 1 : 0);
  }

  /** Forgets what was found before then and waits for nothing. */
  public int forget(Instant before) {
    return sql.update(
        """
        DELETE FROM alert_finding WHERE found_at < ?
          AND NOT EXISTS (SELECT 1 FROM alert_due d WHERE d.finding_id = alert_finding.id)""",
        Times.text(before));
  }

  private static AlertDue readDue(ResultSet r) throws SQLException {
    return new AlertDue(
        r.getLong(1),
        r.getString(2),
        r.getInt(3) == 1,
        Instant.parse(r.getString(4)),
        r.getInt(5) == 1);
  }

  private static AlertFinding read(ResultSet r) throws SQLException {
    return new AlertFinding(
        r.getLong(1),
        r.getString(2),
        r.getString(3),
        r.getString(4),
        r.getString(5),
        r.getString(6),
        Instant.parse(r.getString(7)),
        r.getString(8),
        r.getString(9),
        r.getString(10));
  }
}
