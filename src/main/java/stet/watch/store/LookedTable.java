package stet.watch.store;

import java.time.Instant;
import java.util.Optional;
import stet.sqlite.Sql;

/** Up to where users have looked at the edits of the collection. */
public final class LookedTable {
  private final Sql sql;

  LookedTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * A look at the edits.
   *
   * @param at edits first seen before this were shown, UTC
   * @param identity of the collection's database, within which the numbers hold
   * @param change the number of its latest change
   * @param capture the number of the capture that had come last
   */
  public record Look(Instant at, String identity, long change, long capture) {}

  /** A user's last look; empty before the first. */
  public Optional<Look> last(String user) {
    return sql.one(
        "SELECT at, identity, change, capture FROM looked WHERE user = ?",
        r -> new Look(Instant.parse(r.getString(1)), r.getString(2), r.getLong(3), r.getLong(4)),
        user);
  }

  /** Notes a look; one that is older than what is noted changes nothing. */
  void keep(String user, Look look) {
    Optional<Look> last = last(user);
    if (last.isEmpty() || !look.at().isBefore(last.get().at())) {
      sql.update(
          """
          INSERT OR REPLACE INTO looked (user, at, identity, change, capture)
          VALUES (?, ?, ?, ?, ?)""",
          user,
          look.at().toString(),
          look.identity(),
          look.change(),
          look.capture());
    }
  }
}
