package stet.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import stet.diff.Label;

/** Sums over articles. */
final class Totals {
  long articles;
  long revised;
  long versions;
  long revisions;
  long silent;
  long checks;
  long gone;
  long days;
  long files;
  long bytes;
  Instant last = Instant.EPOCH;
  final Map<Label.Kind, Integer> labels = new EnumMap<>(Label.Kind.class);

  /** The sums of {@link Shelf#totals}, without labels. */
  static Totals of(ResultSet row) throws SQLException {
    Totals totals = new Totals();
    totals.articles = row.getLong(2);
    totals.revised = row.getLong(3);
    totals.versions = row.getLong(4);
    totals.revisions = row.getLong(5);
    totals.silent = row.getLong(6);
    totals.checks = row.getLong(7);
    totals.gone = row.getLong(8);
    totals.days = row.getLong(9);
    totals.last = Instant.parse(row.getString(10) + "Z");
    totals.files = row.getLong(11);
    totals.bytes = row.getLong(12);
    return totals;
  }

  /** The sum of sums. */
  static Totals of(Collection<Totals> parts) {
    Totals all = new Totals();
    parts.forEach(all::add);
    return all;
  }

  private void add(Totals part) {
    articles += part.articles;
    revised += part.revised;
    versions += part.versions;
    revisions += part.revisions;
    silent += part.silent;
    checks += part.checks;
    gone += part.gone;
    days += part.days;
    files += part.files;
    bytes += part.bytes;
    last = part.last.isAfter(last) ? part.last : last;
    part.labels.forEach((kind, count) -> labels.merge(kind, count, Integer::sum));
  }
}
