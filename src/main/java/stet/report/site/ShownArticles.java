package stet.report.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stet.report.page.FrontView.Row;
import stet.sqlite.Sql;

/** What pages about many articles show of each, as {@link LedgerArticles} keeps it. */
final class ShownArticles {
  /** Of each outlet its first rows in the order of an index, and no other row is looked at. */
  private static final String ALL_TIME =
      """
      WITH RECURSIVE outlet(name) AS (
        SELECT CASE ? WHEN '' THEN (SELECT min(outlet) FROM article) ELSE ? END
        UNION ALL
        SELECT (SELECT min(outlet) FROM article WHERE outlet > name)
        FROM outlet WHERE name IS NOT NULL AND ? = '')
      SELECT a.id, a.key, a.mark, a.outlet, a.best
      FROM outlet o CROSS JOIN article a
      WHERE o.name IS NOT NULL AND a.id IN (
        SELECT t.id FROM article t WHERE t.outlet = o.name AND t.score >= 0
        ORDER BY t.score DESC, t.changed DESC, t.last DESC, t.key LIMIT ?)
      ORDER BY a.score DESC, a.changed DESC, a.last DESC, a.key""";

  /** Of each article the row with the greatest score: SQLite takes version from there. */
  private static final String LATELY =
      """
      WITH top AS (
        SELECT id, max(score) AS score, version FROM peak WHERE at > ? AND %s GROUP BY id)
      SELECT id, key, mark, outlet, version FROM (
        SELECT a.id, a.key, a.mark, a.outlet, t.version, t.score, a.changed, a.last,
            row_number() OVER (PARTITION BY a.outlet
                ORDER BY t.score DESC, a.changed DESC, a.last DESC, a.key) AS rank
        FROM top t JOIN article a ON a.id = t.id)
      WHERE rank <= ? ORDER BY score DESC, changed DESC, last DESC, key""";

  private final Sql sql;

  ShownArticles(Ledger ledger) {
    this.sql = ledger.sql();
  }

  /**
   * Articles in an order.
   *
   * @param order SQL, a constant of the program
   * @param outlet whose; empty for all
   */
  List<ArticleRef> ordered(String order, String outlet, int from, int count) {
    return sql.all(
        "SELECT id, key, mark FROM article WHERE %s ORDER BY %s LIMIT ? OFFSET ?"
            .formatted(of(outlet), order),
        r -> new ArticleRef(r.getLong(1), r.getString(2), r.getString(3)),
        outlet,
        count,
        from);
  }

  /**
   * An article with the edit that stands for it.
   *
   * @param version the one that the edit led to
   */
  record Choice(ArticleRef article, String outlet, int version) {}

  /**
   * Articles by their most telling edit, most telling first.
   *
   * @param outlet whose; empty for all
   * @param from the edit was first seen after that moment; null for any time
   * @param each how many of an outlet at most
   */
  List<Choice> telling(String outlet, @Nullable Instant from, int each) {
    return from == null
        ? sql.all(ALL_TIME, ShownArticles::choice, outlet, outlet, outlet, each)
        : sql.all(
            LATELY.formatted(of(outlet)),
            ShownArticles::choice,
            LedgerArticles.sortable(from),
            outlet,
            each);
  }

  private static Choice choice(ResultSet r) throws SQLException {
    return new Choice(
        new ArticleRef(r.getLong(1), r.getString(2), r.getString(3)), r.getString(4), r.getInt(5));
  }

  /** In how many articles an edit was first seen after that moment. */
  int changedSince(String outlet, Instant from) {
    return sql.one(
            "SELECT count(DISTINCT id) FROM peak WHERE at > ? AND " + of(outlet),
            r -> r.getInt(1),
            LedgerArticles.sortable(from),
            outlet)
        .orElse(0);
  }

  /** Two conditions, so that SQLite can choose an index for each. */
  private static String of(String outlet) {
    return outlet.isEmpty() ? "'' = ?" : "outlet = ?";
  }

  /** Rows of articles in the order in which they were first seen, of all or of an outlet. */
  List<Row> seen(String outlet, int from, int count) {
    String rows = "SELECT s.kinds, s.html FROM article a JOIN shown s ON s.id = a.id ";
    String query =
        outlet.isEmpty()
            ? rows + "WHERE '' = ? AND a.place >= ? AND a.place < ? ORDER BY a.place"
            : rows + "WHERE a.outlet = ? AND a.own >= ? AND a.own < ? ORDER BY a.own";
    return sql.all(query, ShownArticles::row, outlet, from, from + count);
  }

  /** An article's row in tables. */
  Row row(ArticleRef ref) {
    return sql.one("SELECT kinds, html FROM shown WHERE id = ?", ShownArticles::row, ref.id())
        .orElseThrow();
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(r.getString(1), r.getString(2));
  }

  /** What is kept of an article, but for its time strip. */
  PageSet.Note note(ArticleRef ref) {
    return sql.one(
            "SELECT note FROM made WHERE id = ?", r -> NoteJson.read(r.getString(1)), ref.id())
        .orElseThrow();
  }
}
