package stet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.archive.WarcLocation;
import stet.capture.Capture;
import stet.capture.Digest;
import stet.capture.Erasure;
import stet.sqlite.Sql;

/** Captures whose bytes, or some of whose words, are withheld. */
public final class WithheldTable {
  private static final String ROWS =
      """
      SELECT c.article_id, c.address, c.captured_at, c.not_article, c.warc_length,
        w.payload_digest, w.warc_file_id, w.warc_offset, w.mark, w.reason, w.since, w.canonical
      FROM withheld w JOIN capture c ON c.id = w.capture_id
      """;

  private static final String PAGE = "withheld";

  private final Sql sql;
  private final WarcFileTable files;

  WithheldTable(Sql sql, WarcFileTable files) {
    this.sql = sql;
    this.files = files;
  }

  /**
   * A capture of which something is withheld.
   *
   * @param article number of its article
   * @param address under which it counts
   * @param at when it was made, UTC
   * @param outcome what it showed, as a lower-case id; empty where it was a page that was read
   * @param payload SHA-256 of its bytes, 64 hexadecimal digits
   * @param location of its record
   * @param by why, since when
   */
  public record Row(
      long article,
      String address,
      Instant at,
      String outcome,
      String payload,
      WarcLocation location,
      Erasure by) {}

  /** Notes that of a capture something is withheld. */
  public void add(long capture, WarcLocation at, Digest payload, Erasure by) {
    sql.update(
        """
        INSERT INTO withheld (capture_id, payload_digest, warc_file_id, warc_offset,
            mark, reason, since, canonical) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        capture,
        payload.hex(),
        files.id(at.file()),
        at.offset(),
        by.mark(),
        by.reason(),
        by.since().toString(),
        by.canonical());
  }

  /** All of them, in the order of their captures' numbers. */
  public List<Row> all() {
    return sql.all(ROWS + " ORDER BY w.capture_id", this::row);
  }

  /** Those of the article of that number, in the order of their captures' numbers; 0 for all. */
  public List<Row> of(long article) {
    return article == 0
        ? all()
        : sql.all(ROWS + " WHERE c.article_id = ? ORDER BY w.capture_id", this::row, article);
  }

  private Row row(ResultSet r) throws SQLException {
    String shown = r.getString(4);
    return new Row(
        r.getLong(1),
        r.getString(2),
        Instant.parse(r.getString(3)),
        shown == null || shown.equals(PAGE) ? "" : shown,
        r.getString(6),
        new WarcLocation(files.name(r.getLong(7)), r.getLong(8), r.getLong(5)),
        by(r, 9));
  }

  private static Erasure by(ResultSet r, int first) throws SQLException {
    return new Erasure(
        r.getInt(first),
        r.getString(first + 1),
        Instant.parse(r.getString(first + 2)),
        "",
        r.getString(first + 3));
  }

  /** Why and since when the capture that is archived there is withheld; empty where it is not. */
  public Optional<Erasure> at(WarcLocation location) {
    return find(
        "warc_file_id = ? AND warc_offset = ?", files.id(location.file()), location.offset());
  }

  /** Whether anything of any capture with those bytes is withheld. */
  public boolean concerns(Digest payload) {
    return find("payload_digest = ?", payload.hex()).isPresent();
  }

  /** Why and since when captures with those bytes are withheld, where all of them are. */
  public Optional<Erasure> taken(Digest payload) {
    return find("payload_digest = ?", payload.hex()).filter(by -> !isShared(payload.hex()));
  }

  private Optional<Erasure> find(String where, @Nullable Object... arguments) {
    return sql.one(
        "SELECT mark, reason, since, canonical FROM withheld WHERE " + where + " LIMIT 1",
        r -> by(r, 1),
        arguments);
  }

  /** The outlet of the article to which a capture belongs, which is archived there. */
  public Optional<String> outlet(Capture capture, WarcLocation location) {
    return sql.one(
        """
        SELECT a.outlet FROM capture c JOIN article a ON a.id = c.article_id
        WHERE c.uri = ? AND c.captured_at = ? AND c.warc_file_id = ? AND c.warc_offset = ?""",
        r -> r.getString(1),
        capture.uri(),
        capture.at().toString(),
        files.id(location.file()),
        location.offset());
  }

  /** Whether a capture has the same bytes of which nothing is withheld. */
  public boolean isShared(String payload) {
    return sql.one(
            """
            SELECT 1 FROM capture c WHERE c.payload_digest = ?
              AND NOT EXISTS (SELECT 1 FROM withheld w WHERE w.capture_id = c.id) LIMIT 1""",
            r -> true,
            payload)
        .isPresent();
  }
}
