package stet.store;

import java.util.Optional;
import stet.archive.WarcLocation;
import stet.capture.Digest;
import stet.sqlite.Sql;

/** Distinct payloads and the record that holds each in full. */
public final class PayloadTable {
  private final Sql sql;
  private final WarcFileTable files;

  PayloadTable(Sql sql, WarcFileTable files) {
    this.sql = sql;
    this.files = files;
  }

  /** The record that holds the payload of that digest in full, if it is archived. */
  public Optional<WarcLocation> find(Digest digest) {
    return sql.one(
        "SELECT warc_file_id, warc_offset, warc_length FROM payload WHERE digest = ?",
        r -> new WarcLocation(files.name(r.getLong(1)), r.getLong(2), r.getLong(3)),
        digest.hex());
  }

  /**
   * The content codings that the response stated which brought the payload, in the order applied;
   * empty where there were none, or the payload is not known.
   */
  public String encoding(Digest digest) {
    return sql.one(
            "SELECT encoding FROM payload WHERE digest = ?", r -> r.getString(1), digest.hex())
        .orElse("");
  }

  /**
   * Adds a payload; one that is known already keeps its place.
   *
   * @param size in bytes
   * @param encoding see {@link #encoding}
   * @param location of the record that holds it in full
   */
  public void add(Digest digest, long size, String encoding, WarcLocation location) {
    sql.update(
        """
        INSERT OR IGNORE INTO payload
            (digest, size, encoding, warc_file_id, warc_offset, warc_length)
        VALUES (?, ?, ?, ?, ?, ?)""",
        digest.hex(),
        size,
        encoding,
        files.id(location.file()),
        location.offset(),
        location.length());
  }
}
