package stet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.archive.WarcLocation;
import stet.article.Cut;
import stet.capture.Capture;
import stet.capture.EnumId;
import stet.capture.Exchange;
import stet.sqlite.Sql;
import stet.timeline.CaptureRef;
import stet.timeline.Sighting;

/** Captures, each with what it showed. */
public final class CaptureTable {
  private final Sql sql;
  private final WarcFileTable files;

  CaptureTable(Sql sql, WarcFileTable files) {
    this.sql = sql;
    this.files = files;
  }

  /**
   * What a capture showed.
   *
   * @param state the state's number, null where the page was not an article
   * @param notArticle why not, as a lower-case id; null where it was one
   * @param detail the same in words; null where it was one
   * @param cut signs that the page may not be the whole story; null where there are none
   */
  public record Outcome(
      @Nullable Long state,
      @Nullable String notArticle,
      @Nullable String detail,
      @Nullable Cut cut) {}

  /** Whether that capture (same address, time and bytes) is here. */
  public boolean has(Capture c) {
    return sql.one(
            """
            SELECT 1 FROM capture
            WHERE uri = ? AND captured_at = ? AND ordinal = ? AND payload_digest = ?""",
            r -> true,
            c.uri(),
            c.at().toString(),
            c.ordinal(),
            c.payload().digest().hex())
        .isPresent();
  }

  /** Adds a capture and returns its number. */
  public long add(long article, String address, Capture c, WarcLocation kept, Outcome outcome) {
    return sql.insert(
        """
        INSERT INTO capture (article_id, address, uri, captured_at, ordinal, media_type,
            source_kind, source_name, http_status, payload_digest, payload_size, warc_file_id, warc_offset, warc_length,
            state_id, not_article, detail, cut_signs, cut_words, stated_words)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        article,
        address,
        c.uri(),
        c.at().toString(),
        c.ordinal(),
        c.mediaType(),
        c.source().kind(),
        c.source().name(),
        c.exchange() instanceof Exchange.Http http ? http.status() : null,
        c.payload().digest().hex(),
        c.payload().size(),
        files.id(kept.file()),
        kept.offset(),
        kept.length(),
        outcome.state(),
        outcome.notArticle(),
        outcome.detail(),
        outcome.cut() == null ? null : ids(outcome.cut()),
        outcome.cut() == null ? null : outcome.cut().words(),
        outcome.cut() == null ? null : outcome.cut().stated());
  }

  private static String ids(Cut cut) {
    return cut.signs().stream().map(EnumId::of).collect(Collectors.joining(","));
  }

  /**
   * Says of all captures of an article which are cut off.
   *
   * @param captures their numbers
   */
  public void setCutOff(long article, Set<Long> captures) {
    Set<Long> now =
        Set.copyOf(
            sql.all(
                "SELECT id FROM capture WHERE article_id = ? AND cut_off = 1",
                r -> r.getLong(1),
                article));
    for (long id : now) {
      if (!captures.contains(id)) {
        sql.update("UPDATE capture SET cut_off = 0 WHERE id = ?", id);
      }
    }
    for (long id : captures) {
      if (!now.contains(id)) {
        sql.update("UPDATE capture SET cut_off = 1 WHERE id = ?", id);
      }
    }
  }

  /** The number of the capture that came last; 0 where there is none. */
  public long latest() {
    return sql.one("SELECT max(id) FROM capture", r -> r.getLong(1)).orElse(0L);
  }

  /**
   * A capture that came later than its time.
   *
   * @param article number of its article
   * @param at when it was made, UTC
   */
  public record Late(long article, Instant at) {}

  /**
   * Captures of articles that came after others, yet were made before a time. Redirects are none.
   *
   * @param after the number of the last capture that came before them
   * @param before the time, UTC
   * @param most how many
   */
  public List<Late> late(long after, Instant before, int most) {
    return sql.all(
        """
        SELECT article_id, captured_at FROM capture
        WHERE id > ? AND rtrim(captured_at, 'Z') < ? AND coalesce(not_article, '') NOT IN ('redirect', 'sent')
        ORDER BY id LIMIT ?""",
        r -> new Late(r.getLong(1), Instant.parse(r.getString(2))),
        after,
        before.toString().replace("Z", ""),
        most);
  }

  /**
   * What the captures of an article showed, in the order of time; within one instant in the order
   * that the source gives, then by digest, so that no order of import changes it.
   */
  public List<Sighting> sightings(long article) {
    return sightings(article, true);
  }

  /** The same as read from each page alone, before it is judged which are cut off. */
  public List<Sighting> readings(long article) {
    return sightings(article, false);
  }

  private List<Sighting> sightings(long article, boolean judged) {
    // julianday() would be slow and ISO text of mixed precision does not sort: times here are
    // written by Instant.toString(), which leaves a fraction of zero out, so '…:05Z' would sort
    // after '…:05.5Z'. rtrim() of the Z mends that.
    return sql.all(
        """
        SELECT c.id, c.captured_at, c.source_kind, c.source_name, c.payload_digest,
            c.warc_file_id, c.warc_offset, c.state_id, s.compared, c.not_article, c.detail,
            c.cut_signs, c.cut_words, c.stated_words, c.cut_off
        FROM capture c LEFT JOIN state s ON s.id = c.state_id
        WHERE c.article_id = ?
        ORDER BY rtrim(c.captured_at, 'Z'), c.ordinal, c.source_name, c.payload_digest""",
        r -> read(r, judged),
        article);
  }

  /**
   * How a capture was asked for.
   *
   * @param uri its address
   * @param status of the answer; null where none is known
   */
  public record Request(String uri, @Nullable Integer status) {}

  /** How the captures of an article were asked for, in the order of {@link #sightings}. */
  public List<Request> requests(long article) {
    return sql.all(
        """
        SELECT uri, http_status FROM capture WHERE article_id = ?
        ORDER BY rtrim(captured_at, 'Z'), ordinal, source_name, payload_digest""",
        r -> {
          int status = r.getInt(2);
          Integer known = r.wasNull() ? null : Integer.valueOf(status);
          return new Request(r.getString(1), known);
        },
        article);
  }

  private Sighting read(ResultSet r, boolean judged) throws SQLException {
    CaptureRef ref =
        new CaptureRef(
            Instant.parse(r.getString(2)),
            r.getString(3) + " " + r.getString(4),
            "sha256:" + r.getString(5),
            files.name(r.getLong(6)),
            r.getLong(7));
    long state = r.getLong(8);
    if (r.wasNull()) {
      return new Sighting(r.getLong(1), ref, null, r.getString(10), r.getString(11));
    }
    Sighting shown =
        new Sighting(
            r.getLong(1),
            ref,
            new Sighting.Shown(state, HexFormat.of().formatHex(r.getBytes(9))),
            "",
            "",
            cut(r));
    return judged && r.getInt(15) == 1 ? shown.cutOff() : shown;
  }

  private static @Nullable Cut cut(ResultSet r) throws SQLException {
    String ids = r.getString(12);
    if (ids == null) {
      return null;
    }
    List<Cut.Sign> signs =
        Stream.of(ids.split(",")).map(id -> EnumId.read(Cut.Sign.class, id)).toList();
    return new Cut(signs, r.getString(13), r.getInt(14));
  }

  /** How many articles of an outlet were seen in that time, whatever they showed. */
  public int articlesSeen(String outlet, Instant from, Instant until) {
    return sql.one(
            """
            SELECT count(*) FROM article a WHERE a.outlet = ? AND EXISTS (
              SELECT 1 FROM capture c WHERE c.article_id = a.id
                AND c.captured_at >= ? AND c.captured_at <= ?)""",
            r -> r.getInt(1),
            outlet,
            from.toString(),
            until.toString())
        .orElse(0);
  }

  /** The states that captures under an address showed, in the order of their numbers. */
  public List<Long> statesAt(String address) {
    return sql.all(
        "SELECT DISTINCT state_id FROM capture WHERE address = ? AND state_id IS NOT NULL"
            + " ORDER BY state_id",
        r -> r.getLong(1),
        address);
  }

  /** Whether the capture of that number shows a state. */
  public boolean shows(long capture) {
    return sql.one(
            "SELECT 1 FROM capture WHERE id = ? AND state_id IS NOT NULL", r -> true, capture)
        .isPresent();
  }

  /** Gives all captures under an address to an article. */
  public void move(String address, long article) {
    sql.update("UPDATE capture SET article_id = ? WHERE address = ?", article, address);
  }

  /** Whether any capture belongs to the article. */
  public boolean any(long article) {
    return sql.one("SELECT 1 FROM capture WHERE article_id = ? LIMIT 1", r -> true, article)
        .isPresent();
  }

  /** Where captures of that address at that time are archived, in the order of their digests. */
  public List<WarcLocation> find(String uri, Instant at) {
    return sql.all(
        """
        SELECT warc_file_id, warc_offset, warc_length FROM capture
        WHERE uri = ? AND captured_at = ? ORDER BY ordinal, payload_digest""",
        this::location,
        uri,
        at.toString());
  }

  /**
   * A capture that redirected.
   *
   * @param article number of the article that it counts for
   * @param at when, UTC
   */
  public record Redirect(long article, Instant at, WarcLocation location) {}

  /** The redirects of an address, of whatever article and in no order. */
  public List<Redirect> redirects(String uri) {
    return sql.all(
        """
        SELECT warc_file_id, warc_offset, warc_length, article_id, captured_at FROM capture
        WHERE uri = ? AND not_article IN ('redirect', 'redirected-home', 'redirected-elsewhere')
          AND http_status BETWEEN 300 AND 399""",
        r -> new Redirect(r.getLong(4), Instant.parse(r.getString(5)), location(r)),
        uri);
  }

  /** Where the captures of an article are archived, in the order of {@link #sightings}. */
  public List<WarcLocation> locations(long article) {
    return sql.all(
        """
        SELECT warc_file_id, warc_offset, warc_length FROM capture
        WHERE article_id = ?
        ORDER BY rtrim(captured_at, 'Z'), ordinal, source_name, payload_digest""",
        this::location,
        article);
  }

  /**
   * A capture in which an address gave a page.
   *
   * @param at when, UTC
   * @param address under which it counts
   */
  public record Page(Instant at, String address, WarcLocation location) {}

  /**
   * The captures of an article in which its address gave a page of its own, whatever could be read
   * in it, in the order of {@link #sightings}. Redirects, errors, failures, lists and the pages of
   * other addresses at the end of a redirect are none.
   */
  public List<Page> pages(long article) {
    return sql.all(
        """
        SELECT warc_file_id, warc_offset, warc_length, captured_at, address FROM capture
        WHERE article_id = ? AND payload_size > 0
          AND (http_status IS NULL OR http_status IN (200, 203, 304))
          AND coalesce(not_article, '') NOT IN
            ('redirect', 'redirected-home', 'redirected-elsewhere', 'list')
        ORDER BY rtrim(captured_at, 'Z'), ordinal, source_name, payload_digest""",
        r -> new Page(Instant.parse(r.getString(4)), r.getString(5), location(r)),
        article);
  }

  private WarcLocation location(ResultSet r) throws SQLException {
    return new WarcLocation(files.name(r.getLong(1)), r.getLong(2), r.getLong(3));
  }

  /** How many captures there are. */
  public long count() {
    return sql.one("SELECT count(*) FROM capture", r -> r.getLong(1)).orElseThrow();
  }
}
