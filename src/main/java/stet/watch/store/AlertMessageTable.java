package stet.watch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import stet.capture.EnumId;
import stet.sqlite.Sql;
import stet.watch.store.AlertMessage.State;
import stet.watch.store.AlertMessage.Tried;

/** Messages, those yet to be sent among them, and which findings each tells. */
public final class AlertMessageTable {
  private static final String SELECT =
      """
      SELECT id, rule, channel, kind, thread, body, made_at, state, due_at, tries, detail, sent_at,
        reference
      FROM alert_message\s""";

  private final Sql sql;

  AlertMessageTable(Sql sql) {
    this.sql = sql;
  }

  /** Keeps a message that tells these findings. */
  public void add(AlertMessage m, List<Long> findings) {
    sql.update(
        """
        INSERT INTO alert_message (id, rule, channel, kind, thread, body, made_at, state, due_at,
          tries, detail, sent_at, reference)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        m.id(),
        m.rule(),
        m.channel(),
        m.kind(),
        m.thread(),
        m.body(),
        Times.text(m.madeAt()),
        EnumId.of(m.delivery().state()),
        Times.text(m.delivery().dueAt()),
        m.delivery().tries(),
        m.delivery().detail(),
        Times.textOrNull(m.delivery().sentAt()),
        m.delivery().reference());
    for (long finding : findings) {
      sql.update(
          "INSERT OR IGNORE INTO alert_told (finding_id, message_id) VALUES (?, ?)",
          finding,
          m.id());
    }
  }

  /** Notes what came of a try. */
  public void tried(String id, Tried t) {
    sql.update(
        """
        UPDATE alert_message SET state = ?, due_at = ?, tries = ?, detail = ?, sent_at = ?,
          reference = ? WHERE id = ?""",
        EnumId.of(t.state()),
        Times.text(t.dueAt()),
        t.tries(),
        t.detail(),
        Times.textOrNull(t.sentAt()),
        t.reference(),
        id);
  }

  /** The message of that id. */
  public Optional<AlertMessage> find(String id) {
    return sql.one(SELECT + "WHERE id = ?", AlertMessageTable::read, id);
  }

  /** The oldest message of a channel that is to be tried by then. */
  public Optional<AlertMessage> due(String channel, Instant now) {
    return sql.one(
        SELECT
            + """
            WHERE state = 'waiting' AND due_at <= ? AND channel = ?
            ORDER BY made_at, rowid LIMIT 1""",
        AlertMessageTable::read,
        Times.text(now),
        channel);
  }

  /** Channels for which something is to be tried by then. */
  public List<String> channelsDue(Instant now) {
    return sql.all(
        """
        SELECT DISTINCT channel FROM alert_message
        WHERE state = 'waiting' AND due_at <= ? ORDER BY channel""",
        r -> r.getString(1),
        Times.text(now));
  }

  /** When the next message is to be tried, UTC; empty where none waits. */
  public Optional<Instant> nextDue() {
    return sql.one(
            "SELECT min(due_at) FROM alert_message WHERE state = 'waiting'",
            r -> Optional.ofNullable(Times.of(r.getString(1))))
        .flatMap(at -> at);
  }

  /** What the first message of a thread left that a channel took; empty where there is none. */
  public String reference(String channel, String thread) {
    return thread.isEmpty()
        ? ""
        : sql.one(
                """
                SELECT reference FROM alert_message
                WHERE channel = ? AND thread = ? AND sent_at IS NOT NULL AND reference <> ''
                ORDER BY sent_at LIMIT 1""",
                r -> r.getString(1),
                channel,
                thread)
            .orElse("");
  }

  /** When messages of a rule were made for a channel since then, oldest first, UTC. */
  public List<Instant> made(String rule, String channel, Instant since) {
    return sql.all(
        """
        SELECT made_at FROM alert_message WHERE rule = ? AND channel = ? AND made_at > ?
        ORDER BY made_at""",
        r -> Instant.parse(r.getString(1)),
        rule,
        channel,
        Times.text(since));
  }

  /** Channels that were told of a finding, or will be once they can be reached. */
  public List<String> told(long finding) {
    return sql.all(
        """
        SELECT DISTINCT m.channel FROM alert_told t JOIN alert_message m ON m.id = t.message_id
        WHERE t.finding_id = ? AND m.state <> 'dead' ORDER BY m.channel""",
        r -> r.getString(1),
        finding);
  }

  /**
   * The newest messages.
   *
   * @param rule of this alone; empty for all
   * @param dead only those that were given up
   */
  public List<AlertMessage> newest(String rule, boolean dead, int most) {
    return sql.all(
        SELECT
            + """
            WHERE ?1 IN ('', rule) AND (?2 = 0 OR state = 'dead')
            ORDER BY made_at DESC, rowid DESC LIMIT ?3""",
        AlertMessageTable::read,
        rule,
        dead ? 1 : 0,
        most);
  }

  /** Has messages that were given up tried once more. */
  public int revive(Instant now) {
    return sql.update(
        "UPDATE alert_message SET state = 'waiting', due_at = ?1, made_at = ?1 WHERE state = 'dead'",
        Times.text(now));
  }

  /** Messages in a state, by channel. */
  public int count(String channel, State state, Instant since) {
    return sql.one(
            "SELECT count(*) FROM alert_message WHERE channel = ? AND state = ? AND made_at >= ?",
            r -> r.getInt(1),
            channel,
            EnumId.of(state),
            Times.text(since))
        .orElse(0);
  }

  /** Forgets what was made before then and is not to be sent any more. */
  public int forget(Instant before) {
    return sql.update(
        "DELETE FROM alert_message WHERE made_at < ? AND state <> 'waiting'", Times.text(before));
  }

  private static AlertMessage read(ResultSet r) throws SQLException {
    return new AlertMessage(
        r.getString(1),
        r.getString(2),
        r.getString(3),
        r.getString(4),
        r.getString(5),
        r.getString(6),
        Instant.parse(r.getString(7)),
        new Tried(
            EnumId.read(State.class, r.getString(8)),
            Instant.parse(r.getString(9)),
            r.getInt(10),
            r.getString(11),
            Times.of(r.getString(12)),
            r.getString(13)));
  }
}
