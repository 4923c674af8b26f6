package stet.store;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import stet.capture.Digest;
import stet.sqlite.Sql;
import stet.timeline.TrackedArticle;

/** Tracked articles. */
public final class ArticleTable {
  private static final String COLUMNS = "SELECT a.id, a.key, a.uri, a.outlet FROM article a ";

  /** No join of the two tables: SQLite would look up the state of each capture. */
  static final String HAS_TEXT =
      """
      (a.uri LIKE ? ESCAPE '\\' OR a.id IN
        (SELECT article_id FROM capture WHERE state_id IN
          (SELECT id FROM state WHERE headline LIKE ? ESCAPE '\\')))""";

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final Sql sql;

  ArticleTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * An article with its number.
   *
   * @param id the row's number: differs between collections
   */
  public record Row(long id, TrackedArticle article) {}

  /** The number of the article, which is added if it is new. */
  public long idOf(TrackedArticle article) {
    return sql.one("SELECT id FROM article WHERE uri = ?", r -> r.getLong(1), article.uri())
        .orElseGet(
            () ->
                sql.insert(
                    "INSERT INTO article (key, uri, outlet) VALUES (?, ?, ?)",
                    article.key(),
                    article.uri(),
                    article.outlet()));
  }

  /** The article of that number, key or address. */
  public Optional<Row> find(String idKeyOrUri) {
    // One question for each column: with OR between them SQLite looks at every article.
    return byKey(idKeyOrUri)
        .or(() -> sql.one(COLUMNS + "WHERE a.uri = ?", ArticleTable::row, idKeyOrUri))
        .or(() -> byNumber(idKeyOrUri));
  }

  /** The article of that key. */
  public Optional<Row> byKey(String key) {
    return sql.one(COLUMNS + "WHERE a.key = ?", ArticleTable::row, key);
  }

  private Optional<Row> byNumber(String id) {
    return NUMBER.matcher(id).matches()
        ? sql.one(COLUMNS + "WHERE a.id = ?", ArticleTable::row, Long.parseLong(id))
        : Optional.empty();
  }

  /**
   * Articles whose address, or the headline of any state, contains {@code text}, without regard to
   * the case of ASCII letters.
   *
   * @param limit how many at the most
   */
  public List<Row> search(String text, int limit) {
    return sql.all(
        COLUMNS + "WHERE a.uri > ? AND " + HAS_TEXT + " ORDER BY a.uri LIMIT ?",
        ArticleTable::row,
        "",
        like(text),
        like(text),
        limit);
  }

  static String like(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /** The outlets of the articles, in the order of their names. */
  public List<String> outlets() {
    // From name to name along the index; DISTINCT would look at every article.
    return sql.all(
        """
        WITH RECURSIVE o (outlet) AS (
          SELECT min(outlet) FROM article
          UNION ALL
          SELECT (SELECT min(outlet) FROM article WHERE outlet > o.outlet)
          FROM o WHERE o.outlet IS NOT NULL)
        SELECT outlet FROM o WHERE outlet IS NOT NULL""",
        r -> r.getString(1));
  }

  /**
   * An outlet's articles in a line.
   *
   * @param revised how many of them have more than one version
   * @param checks how often they were looked at, redirects not counted
   * @param last the last of these, UTC
   */
  public record OutletSummary(
      String outlet, int articles, int revised, int revisions, int checks, Instant last) {}

  /** All outlets in the order of their names. Says nothing of what depends on marks. */
  public List<OutletSummary> outletSummaries() {
    return sql.all(
        """
        SELECT a.outlet, count(*), sum(v.revisions > 0), sum(v.revisions), sum(c.checks),
            max(c.last)
        FROM article a
        JOIN (SELECT article_id, count(*) AS checks, max(rtrim(captured_at, 'Z')) AS last
              FROM capture WHERE coalesce(not_article, '') NOT IN ('redirect', 'sent') GROUP BY article_id) c
          ON c.article_id = a.id
        LEFT JOIN (SELECT article_id, count(*) AS revisions FROM revision GROUP BY article_id) v
          ON v.article_id = a.id
        GROUP BY a.outlet ORDER BY a.outlet""",
        r ->
            new OutletSummary(
                r.getString(1),
                r.getInt(2),
                r.getInt(3),
                r.getInt(4),
                r.getInt(5),
                Instant.parse(r.getString(6) + "Z")));
  }

  /** How many articles there are. */
  public int count() {
    return sql.one("SELECT count(*) FROM article", r -> r.getInt(1)).orElseThrow();
  }

  /** Numbers of all articles in the order of their addresses, which no order of import changes. */
  public List<Long> ids() {
    return sql.all("SELECT id FROM article ORDER BY uri", r -> r.getLong(1));
  }

  /** Numbers of an outlet's articles, in the same order. */
  public List<Long> ids(String outlet) {
    return sql.all(
        "SELECT id FROM article WHERE outlet = ? ORDER BY uri", r -> r.getLong(1), outlet);
  }

  /** Removes an article of which nothing is left. */
  public void remove(long id) {
    sql.update("DELETE FROM article WHERE id = ?", id);
  }

  /** The article of that number. */
  public TrackedArticle get(long id) {
    return sql.one(COLUMNS + "WHERE a.id = ?", ArticleTable::row, id).orElseThrow().article();
  }

  /** What made the rows, in a line; part of every {@link #fingerprint}. */
  public String makers() {
    return String.join(
        " ",
        sql.all("SELECT name || '=' || value FROM setting ORDER BY name", r -> r.getString(1)));
  }

  /**
   * A fingerprint of an article's history: of its captures, the states they show, its revisions and
   * labels, and of what made them. No text is read for it, and no row number goes into it, so that
   * it is the same in a collection that was rebuilt.
   */
  public String fingerprint(long id) {
    MessageDigest sha = Digest.algorithm();
    sql.digest(sha, "SELECT name, value FROM setting ORDER BY name");
    sql.digest(sha, "SELECT key, uri, outlet FROM article WHERE id = ?", id);
    sql.digest(
        sha,
        """
        SELECT c.captured_at, c.ordinal, c.source_kind, c.source_name, c.payload_digest, w.name,
            c.warc_offset, c.uri, c.http_status, c.not_article, c.detail, s.digest, s.extractor
        FROM capture c JOIN warc_file w ON w.id = c.warc_file_id
        LEFT JOIN state s ON s.id = c.state_id
        WHERE c.article_id = ?
        ORDER BY c.captured_at, c.ordinal, c.source_name, c.payload_digest""",
        id);
    // What a revision says follows from its two states and the differ; its length is enough.
    sql.digest(
        sha,
        """
        SELECT number, not_before, not_after, inserted, deleted, moved, kept,
            octet_length(changes)
        FROM revision WHERE article_id = ? ORDER BY number""",
        id);
    sql.digest(
        sha,
        "SELECT number, kind, detail FROM label WHERE article_id = ? ORDER BY number, position",
        id);
    return HexFormat.of().formatHex(sha.digest(), 0, 16);
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        r.getLong(1), new TrackedArticle(r.getString(2), r.getString(3), r.getString(4)));
  }
}
