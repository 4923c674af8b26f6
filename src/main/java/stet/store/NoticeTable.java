package stet.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stet.article.Notice;

/** Notices as printed. */
final class NoticeTable {
  private final Sql sql;
  private final DateTable dates;

  NoticeTable(Sql sql, DateTable dates) {
    this.sql = sql;
    this.dates = dates;
  }

  void insertAll(long state, List<Notice> notices) {
    for (int i = 0; i < notices.size(); i++) {
      Notice n = notices.get(i);
      sql.update(
          "INSERT INTO notice (state_id, position, kind, text) VALUES (?, ?, ?, ?)",
          state,
          i,
          n.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          n.text());
      if (n.date() != null) {
        dates.insert(state, i, n.date());
      }
    }
  }

  List<Notice> ofState(long state) {
    record Row(String kind, String text) {}
    List<Row> rows =
        sql.all(
            "SELECT kind, text FROM notice WHERE state_id = ? ORDER BY position",
            r -> new Row(r.getString(1), r.getString(2)),
            state);
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      notices.add(
          new Notice(
              Notice.Kind.valueOf(rows.get(i).kind.toUpperCase(Locale.ROOT).replace('-', '_')),
              rows.get(i).text,
              dates.ofNotice(state, i).orElse(null)));
    }
    return notices;
  }
}
