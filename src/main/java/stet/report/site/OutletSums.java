package stet.report.site;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import stet.capture.EnumId;
import stet.diff.Label;
import stet.sqlite.Sql;

/** What the articles in the ledger come to. */
final class OutletSums {
  private final Sql sql;

  OutletSums(Ledger ledger) {
    this.sql = ledger.sql();
  }

  /** Sums of each outlet, in the order of their names. */
  TreeMap<String, Totals> totals() {
    TreeMap<String, Totals> totals = new TreeMap<>();
    sql.all(
        """
        SELECT outlet, count(*), sum(revisions > 0), sum(versions), sum(revisions), sum(silent),
            sum(cut), sum(wide), sum(checks), sum(gone), sum(watched), count(until), max(last),
            sum(files), sum(bytes)
        FROM article GROUP BY outlet""",
        r -> totals.put(r.getString(1), Totals.of(r)));
    sql.all(
        "SELECT outlet, kind, sum(count), sum(silent) FROM label GROUP BY outlet, kind",
        r -> {
          Totals own = totals.get(r.getString(1));
          Label.Kind kind = EnumId.read(Label.Kind.class, r.getString(2));
          own.silentLabels.put(kind, r.getInt(4));
          return own.labels.put(kind, r.getInt(3));
        });
    return totals;
  }

  /** What read the versions shown. */
  List<String> extractors() {
    TreeSet<String> names = new TreeSet<>();
    sql.all(
        "SELECT DISTINCT extractors FROM article",
        r -> names.addAll(r.getString(1).lines().toList()));
    return List.copyOf(names);
  }

  /**
   * The lower median of the time from an article's first check to the first that showed a silent
   * edit, over an outlet's articles that had one; empty where none had.
   */
  Optional<Duration> untilSilent(String outlet) {
    return sql.one(
        """
        SELECT until FROM article WHERE outlet = ?1 AND until IS NOT NULL ORDER BY until LIMIT 1
        OFFSET (SELECT (count(*) - 1) / 2 FROM article WHERE outlet = ?1 AND until IS NOT NULL)""",
        r -> Duration.ofSeconds(r.getLong(1)),
        outlet);
  }
}
