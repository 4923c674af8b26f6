package stet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import stet.article.StatedDate;
import stet.sqlite.Sql;

/** What the publisher states of the article's own dates. */
final class DateTable {
  /** The columns that hold a date, in the order in which {@link #values} gives them. */
  static final String COLUMNS =
      "printed, iso, local, offset_seconds, precision, evidence, zone_reason";

  private final Sql sql;

  DateTable(Sql sql) {
    this.sql = sql;
  }

  void insertAll(long state, List<StatedDate> dates) {
    for (StatedDate date : dates) {
      Object[] values = new Object[9];
      values[0] = state;
      values[1] = lower(date.role());
      System.arraycopy(values(date), 0, values, 2, 7);
      sql.update(
          "INSERT INTO stated_date (state_id, role, " + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?)",
          values);
    }
  }

  List<StatedDate> ofState(long state) {
    return sql
        .all(
            "SELECT role, " + COLUMNS + " FROM stated_date WHERE state_id = ?",
            r -> read(r, StatedDate.Role.valueOf(r.getString(1).toUpperCase(Locale.ROOT)), 2),
            state)
        .stream()
        .sorted(Comparator.comparing(StatedDate::role))
        .toList();
  }

  void insertUpdates(long state, List<StatedDate> updates) {
    for (int i = 0; i < updates.size(); i++) {
      Object[] values = new Object[9];
      values[0] = state;
      values[1] = i;
      System.arraycopy(values(updates.get(i)), 0, values, 2, 7);
      sql.update(
          "INSERT INTO stated_update (state_id, position, "
              + COLUMNS
              + ") VALUES (?,?,?,?,?,?,?,?,?)",
          values);
    }
  }

  List<StatedDate> updatesOfState(long state) {
    return sql.all(
        "SELECT " + COLUMNS + " FROM stated_update WHERE state_id = ? ORDER BY position",
        r -> read(r, StatedDate.Role.UPDATED, 1),
        state);
  }

  static Object[] values(StatedDate d) {
    return new Object[] {
      d.printed(),
      written(d),
      d.local().toString(),
      d.offset() == null ? null : d.offset().getTotalSeconds(),
      lower(d.precision()),
      d.evidence(),
      d.zoneReason()
    };
  }

  /** Reads a date whose columns begin at {@code first}. */
  static StatedDate read(ResultSet r, StatedDate.Role role, int first) throws SQLException {
    int seconds = r.getInt(first + 3);
    ZoneOffset offset = r.wasNull() ? null : ZoneOffset.ofTotalSeconds(seconds);
    return new StatedDate(
        role,
        r.getString(first),
        LocalDateTime.parse(r.getString(first + 2)),
        offset,
        StatedDate.Precision.valueOf(r.getString(first + 4).toUpperCase(Locale.ROOT)),
        r.getString(first + 5),
        r.getString(first + 6),
        form(r.getString(first + 1)),
        width(r.getString(first + 1)));
  }

  /** ISO 8601; a time of day without a day, and an interval, say of what form the words are. */
  private static String written(StatedDate d) {
    return d.form() == StatedDate.Form.CLOCK ? d.compared() : d.iso();
  }

  private static StatedDate.Form form(String written) {
    if (written.startsWith("T")) {
      return StatedDate.Form.CLOCK;
    }
    return written.contains("/") ? StatedDate.Form.AGO : StatedDate.Form.DATED;
  }

  private static Duration width(String written) {
    int slash = written.indexOf('/');
    return slash < 0
        ? Duration.ZERO
        : Duration.between(
            OffsetDateTime.parse(written.substring(0, slash)),
            OffsetDateTime.parse(written.substring(slash + 1)));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
