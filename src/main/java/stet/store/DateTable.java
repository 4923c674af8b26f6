package stet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stet.article.StatedDate;

/** What the publisher states about time. */
final class DateTable {
  /** Position of a date that is the article's own and not a notice's. */
  private static final int OWN = -1;

  private static final String COLUMNS =
      """
      SELECT role, printed, local, offset_seconds, precision, evidence, zone_reason
      FROM stated_date WHERE state_id = ? AND position = """;

  private final Sql sql;

  DateTable(Sql sql) {
    this.sql = sql;
  }

  void insertAll(long state, List<StatedDate> dates) {
    dates.forEach(d -> insert(state, OWN, d));
  }

  void insert(long state, int position, StatedDate d) {
    sql.update(
        """
        INSERT INTO stated_date (state_id, role, position, printed, iso, local, offset_seconds,
            precision, evidence, zone_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        state,
        lower(d.role()),
        position,
        d.printed(),
        d.iso(),
        d.local().toString(),
        d.offset() == null ? null : d.offset().getTotalSeconds(),
        lower(d.precision()),
        d.evidence(),
        d.zoneReason());
  }

  List<StatedDate> ofState(long state) {
    return sql.all(COLUMNS + OWN, DateTable::read, state).stream()
        .sorted(Comparator.comparing(StatedDate::role))
        .toList();
  }

  Optional<StatedDate> ofNotice(long state, int position) {
    return sql.one(COLUMNS + "?", DateTable::read, state, position);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static StatedDate read(ResultSet r) throws SQLException {
    int seconds = r.getInt(4);
    ZoneOffset offset = r.wasNull() ? null : ZoneOffset.ofTotalSeconds(seconds);
    return new StatedDate(
        StatedDate.Role.valueOf(r.getString(1).toUpperCase(Locale.ROOT)),
        r.getString(2),
        LocalDateTime.parse(r.getString(3)),
        offset,
        StatedDate.Precision.valueOf(r.getString(5).toUpperCase(Locale.ROOT)),
        r.getString(6),
        r.getString(7));
  }
}
