package stet.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import stet.archive.WarcLocation;
import stet.capture.Digest;
import stet.sqlite.Sql;

/** Pictures of pages as a browser showed them. */
public final class PictureTable {
  private final Sql sql;
  private final WarcFileTable files;

  PictureTable(Sql sql, WarcFileTable files) {
    this.sql = sql;
    this.files = files;
  }

  /**
   * Adds a picture; a page that has one keeps it.
   *
   * @param page digest of the page's payload
   * @param picture where the picture lies
   */
  public void add(Digest page, WarcLocation picture) {
    sql.update(
        """
        INSERT OR IGNORE INTO picture (page_digest, warc_file_id, warc_offset, warc_length)
        VALUES (?, ?, ?, ?)""",
        page.hex(),
        files.id(picture.file()),
        picture.offset(),
        picture.length());
  }

  /** Where the picture of a page of those bytes lies; empty where none was taken. */
  public Optional<WarcLocation> find(Digest page) {
    return sql.one(
        "SELECT warc_file_id, warc_offset, warc_length FROM picture WHERE page_digest = ?",
        r -> new WarcLocation(files.name(r.getLong(1)), r.getLong(2), r.getLong(3)),
        page.hex());
  }

  /** Where all of them lie, by the digests of their pages, 64 hexadecimal digits each. */
  public Map<String, WarcLocation> all() {
    record Row(String page, WarcLocation picture) {}
    Map<String, WarcLocation> all = new HashMap<>();
    sql.all(
            "SELECT page_digest, warc_file_id, warc_offset, warc_length FROM picture",
            r ->
                new Row(
                    r.getString(1),
                    new WarcLocation(files.name(r.getLong(2)), r.getLong(3), r.getLong(4))))
        .forEach(row -> all.put(row.page(), row.picture()));
    return all;
  }
}
