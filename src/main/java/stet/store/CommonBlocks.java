package stet.store;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import stet.article.ArticleDigest;
import stet.article.Block;
import stet.sqlite.Sql;

/** Which blocks of text stand on several articles of one outlet. Only asks; nothing is stored. */
public final class CommonBlocks {
  /** Revisions that only added or only removed paragraphs, by the words that came or went. */
  static final String CANDIDATES =
      """
      FROM revision r JOIN label l
        ON l.article_id = r.article_id AND l.number = r.number AND l.position = 0
      WHERE l.kind IN ('silent', 'no-update-time', 'cannot-tell', 'published-moved')
        AND r.moved = 0 AND (r.inserted = 0 OR r.deleted = 0)
        AND r.inserted + r.deleted BETWEEN 1 AND ?
        AND EXISTS (SELECT 1 FROM label p WHERE p.article_id = r.article_id
          AND p.number = r.number AND p.kind IN ('paragraph-added', 'paragraph-removed'))
      """;

  /** Characters of a digest that are enough to tell blocks apart. */
  private static final int NAME = 16;

  private final Sql sql;

  CommonBlocks(Sql sql) {
    this.sql = sql;
  }

  /**
   * Articles of an outlet that ever showed that block, in the order of their addresses.
   *
   * @param except address of an article that is left out
   * @param limit how many at the most
   */
  public List<Long> articles(Block block, String outlet, String except, int limit) {
    return sql.all(
        """
        SELECT a.id FROM article a WHERE a.outlet = ? AND a.uri <> ? AND a.id IN
          (SELECT c.article_id FROM block b
           JOIN state_block x ON x.block_id = b.id
           JOIN capture c ON c.state_id = x.state_id
           WHERE b.digest = ?)
        ORDER BY a.uri LIMIT ?""",
        r -> r.getLong(1),
        outlet,
        except,
        digest(block),
        limit);
  }

  /** Whether an article ever showed that block. */
  public boolean holds(long article, Block block) {
    return sql.one(
            """
            SELECT 1 FROM block b JOIN state_block x ON x.block_id = b.id
            JOIN capture c ON c.state_id = x.state_id
            WHERE b.digest = ? AND c.article_id = ? LIMIT 1""",
            r -> true,
            digest(block),
            article)
        .isPresent();
  }

  /** A short name of a block; of two that have one name, one may be taken for the other. */
  public static String name(Block block) {
    return ArticleDigest.of(block).substring(0, NAME);
  }

  /** The names of all blocks that an article ever showed. */
  public Set<String> shown(long article) {
    return Set.copyOf(
        sql.all(
            """
            SELECT DISTINCT substr(lower(hex(b.digest)), 1, ?)
            FROM (SELECT DISTINCT state_id FROM capture WHERE article_id = ?) c
            JOIN state_stretch s ON s.state_id = c.state_id
            JOIN block b ON b.id BETWEEN s.block_id AND s.block_id + s.blocks - 1""",
            r -> r.getString(1),
            NAME,
            article));
  }

  private static byte[] digest(Block block) {
    return HexFormat.of().parseHex(ArticleDigest.of(block));
  }

  /**
   * Keys of the {@link #candidate articles that may learn} and whose outlet has an article that
   * changed.
   *
   * @param number changes up to this one do not count
   * @param words as for a candidate
   */
  public List<String> candidatesSince(long number, int words) {
    return sql.all(
        """
        SELECT a.key FROM article a
        WHERE (EXISTS (SELECT 1 FROM article_change h
              WHERE h.number > ? AND h.key NOT IN (SELECT key FROM article))
            OR a.outlet IN (SELECT o.outlet FROM article_change h JOIN article o ON o.key = h.key
              WHERE h.number > ?))
          AND a.id IN (SELECT r.article_id
        """
            + CANDIDATES
            + ") ORDER BY a.key",
        r -> r.getString(1),
        number,
        number,
        words);
  }

  /**
   * Whether the article has a revision that only added, or only removed, paragraphs and that its
   * publisher is not known to have stated.
   *
   * @param words so many at the most came or went
   */
  public boolean candidate(long article, int words) {
    return sql.one(
            "SELECT 1 " + CANDIDATES + "AND r.article_id = ? LIMIT 1", r -> true, words, article)
        .isPresent();
  }
}
