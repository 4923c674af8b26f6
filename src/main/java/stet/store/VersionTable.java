package stet.store;

import java.util.List;
import stet.capture.Capture;
import stet.sqlite.Sql;
import stet.timeline.Run;

/** Versions: which state an article was in, from which capture to which. */
public final class VersionTable {
  private final Sql sql;

  VersionTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * A version as stored.
   *
   * @param state the state's number
   * @param first the first capture's number
   * @param last the last capture's number
   */
  public record Row(int number, long state, long first, long last, int checks) {
    /** The row that a run makes. */
    public static Row of(Run run) {
      return new Row(
          run.number(), run.state(), run.first().capture(), run.last().capture(), run.checks());
    }
  }

  /** The versions of an article, oldest first. */
  public List<Row> of(long article) {
    return sql.all(
        """
        SELECT number, state_id, first_capture_id, last_capture_id, checks FROM version
        WHERE article_id = ? ORDER BY number""",
        r -> new Row(r.getInt(1), r.getLong(2), r.getLong(3), r.getLong(4), r.getInt(5)),
        article);
  }

  /** The number of the version whose first capture that is; 0 where it is none's. */
  public int begunBy(Capture c) {
    return sql.one(
            """
            SELECT v.number FROM capture c
            JOIN version v ON v.article_id = c.article_id AND v.first_capture_id = c.id
            WHERE c.uri = ? AND c.captured_at = ? AND c.ordinal = ? AND c.payload_digest = ?""",
            r -> r.getInt(1),
            c.uri(),
            c.at().toString(),
            c.ordinal(),
            c.payload().digest().hex())
        .orElse(0);
  }

  /** Removes the versions from {@code number} on. */
  public void removeFrom(long article, int number) {
    sql.update("DELETE FROM version WHERE article_id = ? AND number >= ?", article, number);
  }

  /** Adds a version. */
  public void add(long article, Row row) {
    sql.update(
        """
        INSERT INTO version (article_id, number, state_id, first_capture_id, last_capture_id,
            checks) VALUES (?, ?, ?, ?, ?, ?)""",
        article,
        row.number(),
        row.state(),
        row.first(),
        row.last(),
        row.checks());
  }
}
