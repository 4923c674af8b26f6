package stet.report.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;

/** Sums over articles. */
final class Totals {
  long articles;
  long revised;
  long versions;
  long revisions;
  long silent;

  /** Checks that showed a page cut off by a wall. */
  long cut;

  /** Revisions that happened between checks far apart. */
  long wide;

  long checks;
  long gone;

  /** Articles with a silent revision. */
  long silentArticles;

  long files;
  long bytes;
  Instant last = Instant.EPOCH;
  final Map<Label.Kind, Integer> labels = new EnumMap<>(Label.Kind.class);
  final Map<Label.Kind, Integer> silentLabels = new EnumMap<>(Label.Kind.class);
  private long watched;

  /** The sums of {@link OutletSums#totals}, without labels. */
  static Totals of(ResultSet row) throws SQLException {
    Totals totals = new Totals();
    totals.articles = row.getLong(2);
    totals.revised = row.getLong(3);
    totals.versions = row.getLong(4);
    totals.revisions = row.getLong(5);
    totals.silent = row.getLong(6);
    totals.cut = row.getLong(7);
    totals.wide = row.getLong(8);
    totals.checks = row.getLong(9);
    totals.gone = row.getLong(10);
    totals.watched = row.getLong(11);
    totals.silentArticles = row.getLong(12);
    totals.last = Instant.parse(row.getString(13) + "Z");
    totals.files = row.getLong(14);
    totals.bytes = row.getLong(15);
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
    cut += part.cut;
    wide += part.wide;
    checks += part.checks;
    gone += part.gone;
    watched += part.watched;
    silentArticles += part.silentArticles;
    files += part.files;
    bytes += part.bytes;
    last = part.last.isAfter(last) ? part.last : last;
    part.labels.forEach((kind, count) -> labels.merge(kind, count, Integer::sum));
    part.silentLabels.forEach((kind, count) -> silentLabels.merge(kind, count, Integer::sum));
  }

  /** How many revisions carry that label. */
  long of(Label.Kind kind) {
    return labels.getOrDefault(kind, 0);
  }

  /** Time between first and last check, summed over the articles. */
  Duration watched() {
    return Duration.ofSeconds(watched);
  }

  /** How far apart two checks of one article are on average; null where none was checked twice. */
  @Nullable Duration apart() {
    // Every article was checked at least once: what is left are stretches between two checks.
    long stretches = checks - articles;
    return stretches == 0 ? null : watched().dividedBy(stretches);
  }
}
