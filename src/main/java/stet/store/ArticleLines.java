package stet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.capture.EnumId;
import stet.diff.Label;
import stet.sqlite.Sql;
import stet.timeline.TrackedArticle;

/** What a list of articles says of each. Only asks; nothing is stored. */
public final class ArticleLines {
  private static final String ROWS =
      """
      SELECT a.id, a.key, a.uri, a.outlet,
          coalesce(s.headline,
            (SELECT '[withheld: ' || replace(w.reason, '-', ' ') || ', since '
                || substr(w.since, 1, 10) || ']'
             FROM withheld w JOIN capture c ON c.id = w.capture_id
             WHERE c.article_id = a.id AND c.not_article = 'withheld'
             ORDER BY w.capture_id LIMIT 1), ''),
          coalesce(v.number, 0),
          (SELECT count(*) FROM capture c
           WHERE c.article_id = a.id AND coalesce(c.not_article, '') NOT IN ('redirect', 'sent')),
          (SELECT c.captured_at FROM capture c WHERE c.article_id = a.id AND c.state_id IS NOT NULL
           ORDER BY c.cut_off, rtrim(c.captured_at, 'Z') LIMIT 1),
          (SELECT r.not_after FROM revision r WHERE r.article_id = a.id
           ORDER BY r.number DESC LIMIT 1)
      FROM article a
      LEFT JOIN version v ON v.article_id = a.id AND v.number =
          (SELECT max(number) FROM version WHERE article_id = a.id)
      LEFT JOIN state s ON s.id = v.state_id
      WHERE a.uri > ?""";

  private final Sql sql;

  ArticleLines(Sql sql) {
    this.sql = sql;
  }

  /**
   * An article.
   *
   * @param id the row's number: differs between collections
   * @param headline of its latest version; a tombstone where it has none and pages of it are
   *     withheld, and empty where it was never seen as an article
   * @param checks captures, redirects not counted
   * @param firstSeen the first capture that shows an article, UTC; null where none does
   * @param lastChanged when its latest version was first seen, UTC; null where there is one at most
   */
  public record Row(
      long id,
      TrackedArticle article,
      String headline,
      int versions,
      int checks,
      @Nullable Instant firstSeen,
      @Nullable Instant lastChanged) {}

  /**
   * Labels as stored.
   *
   * @param silent how many revisions are silent
   * @param latest those of the latest revision
   */
  public record Stored(int silent, List<Label> latest) {
    /** Of an article without revisions. */
    public static final Stored NONE = new Stored(0, List.of());
  }

  /**
   * When a revision may be one of furniture.
   *
   * @param words so many at the most came or went
   * @param stories so many others have to show each block
   */
  public record Furniture(int words, int stories) {}

  /**
   * Some articles in the order of their addresses.
   *
   * @param text in their address or in a headline they ever had; empty for all
   * @param after only those whose address comes after this one; empty for the first
   * @param filter only those with an edit that it may let through, as {@link EditTable#newest} has
   *     it
   * @param held keys of articles of which some revisions are labelled otherwise when read
   * @param most how many
   */
  public List<Row> rows(String text, String after, EditFilter filter, Set<String> held, int most) {
    StringBuilder query = new StringBuilder(ROWS);
    List<@Nullable Object> values = new ArrayList<>(List.of(after));
    if (!text.isEmpty()) {
      query.append(" AND ").append(ArticleTable.HAS_TEXT);
      values.addAll(Collections.nCopies(2, ArticleTable.like(text)));
    }
    if (!filter.isAll()) {
      EditTable.Conditions such = EditTable.such(filter, held);
      such.add("r.article_id = a.id");
      query.append(" AND EXISTS (SELECT 1 FROM revision r").append(such.sql()).append(')');
      values.addAll(such.values());
    }
    values.add(most);
    query.append(" ORDER BY a.uri LIMIT ?");
    return sql.all(query.toString(), ArticleLines::row, values.toArray());
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        r.getLong(1),
        new TrackedArticle(r.getString(2), r.getString(3), r.getString(4)),
        r.getString(5),
        r.getInt(6),
        r.getInt(7),
        instant(r.getString(8)),
        instant(r.getString(9)));
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  /** The labels of articles, by their number; those without revisions are left out. */
  public Map<Long, Stored> labels(List<Long> articles) {
    record Given(long article, int number, int position, Label label) {}
    Map<Long, Stored> stored = new HashMap<>();
    int silent = 0;
    List<Label> latest = new ArrayList<>();
    Given before = null;
    List<Given> all =
        sql.all(
            "SELECT article_id, number, position, kind, detail FROM label WHERE article_id IN "
                + marks(articles)
                + " ORDER BY article_id, number, position",
            r ->
                new Given(
                    r.getLong(1),
                    r.getInt(2),
                    r.getInt(3),
                    new Label(EnumId.read(Label.Kind.class, r.getString(4)), r.getString(5))),
            articles.toArray());
    for (Given given : all) {
      if (before == null || before.article() != given.article()) {
        silent = 0;
      }
      if (given.position() == 0) {
        latest = new ArrayList<>();
        silent += given.label().kind() == Label.Kind.SILENT ? 1 : 0;
      }
      latest.add(given.label());
      stored.put(given.article(), new Stored(silent, latest));
      before = given;
    }
    return stored;
  }

  static String marks(Collection<Long> values) {
    return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
  }

  /**
   * Those of the articles of which a revision may be taken back because what came or went stands in
   * other stories, too; not all of them need.
   */
  public Set<Long> learning(List<Long> articles, Furniture furniture) {
    return new SharedBlocks(sql).learning(articles, furniture);
  }
}
