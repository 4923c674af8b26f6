package stet.watch.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import stet.capture.Digest;
import stet.capture.EnumId;
import stet.sqlite.Sql;
import stet.watch.store.Subscription.Asked;
import stet.watch.store.Subscription.Standing;
import stet.watch.store.Subscription.State;

/** What is asked of hubs, and what they pushed. */
public final class SubscriptionTable {
  private static final String ALL = "SELECT * FROM subscription ";
  private static final String HELD = "state IN ('wanted', 'active', 'denied')";

  /** Remembered of one subscription; a hub cannot fill the disk. */
  private static final int MOST_PUSHES = 10_000;

  private final Sql sql;

  SubscriptionTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * Adds one that is wanted, to be asked for at once. Its list has none but those that end.
   *
   * @param key 32 hexadecimal digits that nobody can guess
   * @param secret likewise; empty for none
   */
  public void add(long feed, String topic, String hub, String key, String secret, Instant now) {
    sql.update(
        """
        INSERT INTO subscription (feed_id, topic, hub, key, key_digest, secret, base, state, asked,
          act_at, since, failures, detail)
        VALUES (?, ?, ?, ?, ?, ?, '', 'wanted', 'nothing', ?, ?, 0, '')""",
        feed,
        topic,
        hub,
        key,
        digest(key),
        secret,
        Times.text(now),
        Times.text(now));
  }

  private static String digest(String key) {
    return Digest.of(key.getBytes(UTF_8)).hex();
  }

  /** All of them, also those that ended, in the order in which they were added. */
  public List<Subscription> all() {
    return sql.all(ALL + "ORDER BY id", SubscriptionTable::subscription);
  }

  /** The one of a list that is neither ending nor ended. */
  public Optional<Subscription> ofFeed(long feed) {
    return sql.one(ALL + "WHERE feed_id = ? AND " + HELD, SubscriptionTable::subscription, feed);
  }

  /** One by its row. */
  public Optional<Subscription> find(long id) {
    return sql.one(ALL + "WHERE id = ?", SubscriptionTable::subscription, id);
  }

  /**
   * The one whose address ends in that key. It is looked up by a digest and compared as a whole, so
   * that the time it takes tells nothing of other keys.
   */
  public Optional<Subscription> ofKey(String key) {
    return sql.one(ALL + "WHERE key_digest = ?", SubscriptionTable::subscription, digest(key))
        .filter(s -> MessageDigest.isEqual(s.key().getBytes(UTF_8), key.getBytes(UTF_8)));
  }

  /** Those with which something is to be done, those of lists that are gone among them. */
  public List<Subscription> due(Instant now) {
    return sql.all(
        ALL
            + "WHERE act_at <= ?1 OR lease_until <= ?1 OR feed_id IS NULL AND "
            + HELD
            + " ORDER BY act_at, id",
        SubscriptionTable::subscription,
        Times.text(now));
  }

  /** When the next is due; empty where none will be. */
  public Optional<Instant> nextDue() {
    return sql.one(
            """
            SELECT min(min(act_at, coalesce(lease_until, act_at))) FROM subscription""",
            r -> Optional.ofNullable(Times.of(r.getString(1))))
        .flatMap(at -> at);
  }

  /** Notes where one stands. */
  public void settle(long id, Standing standing) {
    sql.update(
        """
        UPDATE subscription SET base = ?, state = ?, asked = ?, act_at = ?, since = ?,
          lease_until = ?, heard_at = ?, failures = ?, detail = ? WHERE id = ?""",
        standing.base(),
        standing.state().id(),
        standing.asked().id(),
        Times.text(standing.actAt()),
        Times.text(standing.since()),
        Times.textOrNull(standing.leaseUntil()),
        Times.textOrNull(standing.heardAt()),
        standing.failures(),
        standing.detail(),
        id);
  }

  /** Notes a push that counts. */
  public void heard(long id, Instant at) {
    sql.update("UPDATE subscription SET heard_at = ? WHERE id = ?", Times.text(at), id);
  }

  /** What the hub tells of a list is not relied on until it tells something again. */
  public void unheard(long feed) {
    sql.update("UPDATE subscription SET heard_at = NULL WHERE feed_id = ?", feed);
  }

  /**
   * Notes what was pushed.
   *
   * @param digest of its bytes
   * @return false where the same was pushed before
   */
  public boolean push(long id, Digest digest, Instant at) {
    boolean fresh =
        sql.update(
                "INSERT OR IGNORE INTO push (subscription_id, digest, at) VALUES (?, ?, ?)",
                id,
                digest.hex(),
                Times.text(at))
            > 0;
    if (fresh) {
      sql.update(
          """
          DELETE FROM push WHERE subscription_id = ?1 AND digest IN (
            SELECT digest FROM push WHERE subscription_id = ?1 ORDER BY at DESC, digest
            LIMIT -1 OFFSET ?2)""",
          id,
          MOST_PUSHES);
    }
    return fresh;
  }

  /** Forgets what was pushed before a time. */
  public void forgetPushes(long id, Instant before) {
    sql.update("DELETE FROM push WHERE subscription_id = ? AND at < ?", id, Times.text(before));
  }

  /** Forgets one, with all that was pushed. */
  public void forget(long id) {
    sql.update("DELETE FROM subscription WHERE id = ?", id);
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    long feed = row.getLong("feed_id");
    Long feedOrNull = row.wasNull() ? null : Long.valueOf(feed);
    return new Subscription(
        row.getLong("id"),
        feedOrNull,
        row.getString("topic"),
        row.getString("hub"),
        row.getString("key"),
        row.getString("secret"),
        new Standing(
            row.getString("base"),
            EnumId.read(State.class, row.getString("state")),
            EnumId.read(Asked.class, row.getString("asked")),
            Instant.parse(row.getString("act_at")),
            Instant.parse(row.getString("since")),
            Times.of(row.getString("lease_until")),
            Times.of(row.getString("heard_at")),
            row.getInt("failures"),
            row.getString("detail")));
  }
}
