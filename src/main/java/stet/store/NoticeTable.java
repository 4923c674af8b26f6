package stet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import stet.article.ArticleDigest;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.capture.EnumId;
import stet.sqlite.Sql;

/** Distinct notices: a page that lists its own history repeats them all in every version. */
final class NoticeTable {
  private final Sql sql;

  NoticeTable(Sql sql) {
    this.sql = sql;
  }

  void insertAll(long state, List<Notice> notices) {
    for (int i = 0; i < notices.size(); i++) {
      sql.update(
          "INSERT INTO state_notice (state_id, position, notice_id) VALUES (?, ?, ?)",
          state,
          i,
          idOf(notices.get(i)));
    }
  }

  List<Notice> ofState(long state) {
    return sql.all(
        "SELECT kind, text, "
            + DateTable.COLUMNS
            + " FROM state_notice s JOIN notice n ON n.id = s.notice_id"
            + " WHERE s.state_id = ? ORDER BY s.position",
        NoticeTable::read,
        state);
  }

  private long idOf(Notice notice) {
    byte[] digest = HexFormat.of().parseHex(ArticleDigest.of(notice));
    return sql.one("SELECT id FROM notice WHERE digest = ?", r -> r.getLong(1), digest)
        .orElseGet(() -> insert(notice, digest));
  }

  private long insert(Notice notice, byte[] digest) {
    Object[] values = new Object[10];
    values[0] = digest;
    values[1] = EnumId.of(notice.kind());
    values[2] = notice.text();
    if (notice.date() != null) {
      System.arraycopy(DateTable.values(notice.date()), 0, values, 3, 7);
    }
    return sql.insert(
        "INSERT INTO notice (digest, kind, text, "
            + DateTable.COLUMNS
            + ") VALUES (?,?,?,?,?,?,?,?,?,?)",
        values);
  }

  private static Notice read(ResultSet r) throws SQLException {
    Notice.Kind kind = EnumId.read(Notice.Kind.class, r.getString(1));
    boolean dated = r.getString(3) != null;
    return new Notice(
        kind, r.getString(2), dated ? DateTable.read(r, StatedDate.Role.NOTICED, 3) : null);
  }
}
