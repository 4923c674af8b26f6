package stet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stet.article.ArticleContent;
import stet.article.ArticleDigest;
import stet.article.ArticleHead;
import stet.article.ArticleVersion;
import stet.article.Byline;
import stet.article.Caption;
import stet.article.Image;
import stet.article.Statements;
import stet.article.TextLanguage;
import stet.sqlite.Sql;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Distinct states of articles. */
public final class StateTable {
  private final int remembered;
  private final Sql sql;
  private final BlockTable blocks;
  private final DateTable dates;
  private final NoticeTable notices;
  private final PostTable posts;
  private final Map<Long, ArticleVersion> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ArticleVersion> eldest) {
          return size() > remembered;
        }
      };

  /** Apart, since a start that reads no state is not to load the library. */
  private static final class Json {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
  }

  /**
   * @param remembered so many states are kept in memory
   */
  StateTable(Sql sql, BlockTable blocks, int remembered) {
    this.remembered = remembered;
    this.sql = sql;
    this.blocks = blocks;
    this.dates = new DateTable(sql);
    this.notices = new NoticeTable(sql);
    this.posts = new PostTable(sql);
  }

  /** The number of that state, which is added if it is new. */
  public long idOf(ArticleVersion v) {
    byte[] digest = HexFormat.of().parseHex(ArticleDigest.full(v));
    return sql.one("SELECT id FROM state WHERE digest = ?", r -> r.getLong(1), digest)
        .orElseGet(() -> insert(digest, v));
  }

  private long insert(byte[] digest, ArticleVersion v) {
    long id =
        sql.insert(
            """
            INSERT INTO state (digest, compared, headline, dek, byline, authors,
                dateline, section, language, language_guessed, canonical_url, live, extractor)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            digest,
            HexFormat.of().parseHex(ArticleDigest.compared(v)),
            v.headline(),
            v.dek(),
            v.byline().printed(),
            Json.MAPPER.writeValueAsString(v.byline().authors()),
            v.dateline(),
            v.section(),
            v.language(),
            v.isLanguageGuessed() ? 1 : 0,
            v.canonicalUrl(),
            v.liveBlog() == null ? 0 : 1,
            v.extractor());
    blocks.insertAll(id, v.body());
    insertCaptions(id, v.captions());
    insertImages(id, v.images());
    dates.insertAll(id, v.dates());
    dates.insertUpdates(id, v.updates());
    notices.insertAll(id, v.notices());
    if (v.liveBlog() != null) {
      posts.insertAll(id, v.liveBlog());
    }
    recent.put(id, v);
    return id;
  }

  private void insertCaptions(long id, List<Caption> captions) {
    for (int i = 0; i < captions.size(); i++) {
      sql.update(
          "INSERT INTO caption (state_id, position, text, credit) VALUES (?, ?, ?, ?)",
          id,
          i,
          captions.get(i).text(),
          captions.get(i).credit());
    }
  }

  private void insertImages(long id, List<Image> images) {
    for (int i = 0; i < images.size(); i++) {
      sql.update(
          "INSERT INTO image (state_id, position, url, alt) VALUES (?, ?, ?, ?)",
          id,
          i,
          images.get(i).url(),
          images.get(i).alt());
    }
  }

  /** The state of that number. */
  public ArticleVersion get(long id) {
    ArticleVersion known = recent.get(id);
    if (known == null) {
      known = read(id);
      recent.put(id, known);
    }
    return known;
  }

  /** The headline of the state of that number. */
  public String headline(long id) {
    ArticleVersion known = recent.get(id);
    return known != null
        ? known.headline()
        : sql.one("SELECT headline FROM state WHERE id = ?", r -> r.getString(1), id).orElseThrow();
  }

  private ArticleVersion read(long id) {
    return sql.one(
            """
            SELECT headline, dek, byline, authors, dateline, section, language, canonical_url,
                extractor, live, language_guessed FROM state WHERE id = ?""",
            r ->
                new ArticleVersion(
                    head(r),
                    content(id, r.getInt(10) != 0),
                    new Statements(
                        notices.ofState(id), dates.ofState(id), dates.updatesOfState(id)),
                    new TextLanguage(r.getString(7), r.getInt(11) != 0),
                    r.getString(8),
                    r.getString(9)),
            id)
        .orElseThrow();
  }

  private static ArticleHead head(ResultSet r) throws SQLException {
    List<String> authors = Json.MAPPER.readValue(r.getString(4), Json.NAMES);
    return new ArticleHead(
        r.getString(1),
        r.getString(2),
        new Byline(r.getString(3), authors),
        r.getString(5),
        r.getString(6));
  }

  private ArticleContent content(long id, boolean live) {
    return new ArticleContent(
        blocks.ofState(id),
        sql.all(
            "SELECT text, credit FROM caption WHERE state_id = ? ORDER BY position",
            c -> new Caption(c.getString(1), c.getString(2)),
            id),
        sql.all(
            "SELECT url, alt FROM image WHERE state_id = ? ORDER BY position",
            i -> new Image(i.getString(1), i.getString(2)),
            id),
        live ? posts.ofState(id) : null);
  }

  void forget() {
    recent.clear();
  }
}
