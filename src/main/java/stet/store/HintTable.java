package stet.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.sqlite.Sql;
import stet.story.AddressPair;

/** Links between addresses without likeness, which only the text that both showed can confirm. */
public final class HintTable {
  private final Sql sql;

  HintTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * Adds what one capture says.
   *
   * @param statedAt sort key of the capture
   * @param state what the page at the end showed; null where the link alone is known
   */
  public void add(long capture, AddressPair pair, String statedAt, @Nullable Long state) {
    sql.update(
        "INSERT INTO address_hint (capture_id, from_uri, to_uri, stated_at, state_id)"
            + " VALUES (?, ?, ?, ?, ?)",
        capture,
        pair.from(),
        pair.to(),
        statedAt,
        state);
  }

  /** All pairs of which the address is one. */
  public List<AddressPair> with(String uri) {
    return sql.all(
        """
        SELECT from_uri, to_uri FROM address_hint WHERE from_uri = ?
        UNION SELECT from_uri, to_uri FROM address_hint WHERE to_uri = ?
        ORDER BY 1, 2""",
        r -> new AddressPair(r.getString(1), r.getString(2)),
        uri,
        uri);
  }

  /** The greatest sort key of captures that say so; empty where none does. */
  public String statedAt(AddressPair pair) {
    return sql.one(
            "SELECT coalesce(max(stated_at), '') FROM address_hint WHERE from_uri = ? AND to_uri ="
                + " ?",
            r -> r.getString(1),
            pair.from(),
            pair.to())
        .orElseThrow();
  }

  /** What checks of the first address showed that ended at the second. */
  public List<Long> landed(AddressPair pair) {
    return sql.all(
        """
        SELECT DISTINCT state_id FROM address_hint
        WHERE from_uri = ? AND to_uri = ? AND state_id IS NOT NULL ORDER BY state_id""",
        r -> r.getLong(1),
        pair.from(),
        pair.to());
  }

  /**
   * Lets the captures that say so count as what they are when the pair is one story: a page at the
   * end shows the story, a redirect tells that it moved.
   *
   * @return the numbers of the articles whose captures changed
   */
  public List<Long> confirm(AddressPair pair) {
    List<Long> articles =
        sql.all(
            """
            SELECT DISTINCT c.article_id FROM address_hint h JOIN capture c ON c.id = h.capture_id
            WHERE h.from_uri = ? AND h.to_uri = ? AND c.state_id IS NULL ORDER BY 1""",
            r -> r.getLong(1),
            pair.from(),
            pair.to());
    sql.update(
        """
        UPDATE capture SET not_article = NULL, detail = NULL, state_id =
            (SELECT h.state_id FROM address_hint h WHERE h.capture_id = capture.id)
        WHERE state_id IS NULL AND id IN (SELECT capture_id FROM address_hint
            WHERE from_uri = ? AND to_uri = ? AND state_id IS NOT NULL)""",
        pair.from(),
        pair.to());
    sql.update(
        """
        UPDATE capture SET not_article = 'redirect', detail = ?
        WHERE not_article IN ('redirect', 'redirected-elsewhere') AND id IN (
            SELECT capture_id FROM address_hint
            WHERE from_uri = ? AND to_uri = ? AND state_id IS NULL)""",
        pair.to(),
        pair.from(),
        pair.to());
    return articles;
  }
}
