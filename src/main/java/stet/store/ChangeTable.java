package stet.store;

import java.util.List;
import stet.sqlite.Sql;

/**
 * Which articles changed after which. Each change of an article's captures, addresses or timeline
 * gives it a number greater than all before, in the transaction that makes the change. The numbers
 * hold within one {@link #identity} of the database.
 */
public final class ChangeTable {
  private static final String NEXT = "(SELECT coalesce(max(number), 0) + 1 FROM article_change)";
  private static final String TAKES = " ON CONFLICT (key) DO UPDATE SET number = excluded.number";

  private final Sql sql;

  ChangeTable(Sql sql) {
    this.sql = sql;
  }

  /** Notes that an article changed, or is about to be removed. */
  public void mark(long article) {
    sql.update(
        "INSERT INTO article_change (key, number) SELECT key, "
            + NEXT
            + " FROM article WHERE id = ?"
            + TAKES,
        article);
  }

  /** The number of the latest change; 0 where nothing ever changed. */
  public long latest() {
    return sql.one("SELECT max(number) FROM article_change", r -> r.getLong(1)).orElse(0L);
  }

  /** The number of an article's latest change; 0 where none was noted. */
  public long of(long article) {
    return sql.one(
            "SELECT h.number FROM article a JOIN article_change h ON h.key = a.key WHERE a.id = ?",
            r -> r.getLong(1),
            article)
        .orElse(0L);
  }

  /** Keys of the articles that changed after that number, those that are no more among them. */
  public List<String> since(long number) {
    return sql.all(
        "SELECT key FROM article_change WHERE number > ? ORDER BY number",
        r -> r.getString(1),
        number);
  }

  /** What the numbers hold within: random, another one for each database that is made. */
  public String identity() {
    return sql.one("SELECT value FROM identity", r -> r.getString(1)).orElse("");
  }

  /** Takes another identity, because changes may have been lost that had numbers. */
  public void renew() {
    sql.update("UPDATE identity SET value = lower(hex(randomblob(16)))");
  }
}
