package stet.report.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import stet.capture.EnumId;
import stet.diff.Label;
import stet.sqlite.Sql;
import stet.stats.Edits;
import stet.stats.Figures;
import stet.stats.GroupFigures;
import stet.stats.Grouping;
import stet.stats.Observed;
import stet.stats.Watching;

/** Figures of the articles whose pages were written, from what the ledger remembers of each. */
final class LedgerFigures {
  private final Sql sql;

  /** Of outlets whose pages are made anew; the page of all outlets asks for them once more. */
  private final Map<String, Optional<GroupFigures>> groups = new HashMap<>();

  LedgerFigures(Ledger ledger) {
    this.sql = ledger.sql();
  }

  private record Labels(Map<Label.Kind, Integer> all, Map<Label.Kind, Integer> silent) {
    Labels() {
      this(new EnumMap<>(Label.Kind.class), new EnumMap<>(Label.Kind.class));
    }
  }

  /** The figures of each outlet, in the order of their names. */
  TreeMap<String, Figures> byOutlet() {
    Map<String, Labels> labels = labels();
    TreeMap<String, Figures> figures = new TreeMap<>();
    sql.all(
        """
        SELECT outlet, count(*), sum(revisions > 0), sum(silent > 0), sum(versions), sum(revisions),
            sum(wide), sum(checks), sum(gone), sum(cut), sum(watched), max(last)
        FROM article GROUP BY outlet""",
        r -> {
          String outlet = r.getString(1);
          return figures.put(outlet, figures(r, labels.getOrDefault(outlet, new Labels())));
        });
    return figures;
  }

  private static Figures figures(ResultSet r, Labels labels) throws SQLException {
    return new Figures(
        r.getLong(2),
        r.getLong(3),
        r.getLong(4),
        new Watching(
            r.getLong(8),
            r.getLong(9),
            r.getLong(10),
            Duration.ofSeconds(r.getLong(11)),
            Instant.parse(r.getString(12) + "Z")),
        new Edits(r.getLong(5), r.getLong(6), r.getLong(7), labels.all(), labels.silent()));
  }

  private Map<String, Labels> labels() {
    Map<String, Labels> labels = new HashMap<>();
    sql.all(
        "SELECT outlet, kind, sum(count), sum(silent) FROM label GROUP BY outlet, kind",
        r -> {
          Labels own = labels.computeIfAbsent(r.getString(1), o -> new Labels());
          Label.Kind kind = EnumId.read(Label.Kind.class, r.getString(2));
          own.silent().put(kind, r.getInt(4));
          return own.all().put(kind, r.getInt(3));
        });
    return labels;
  }

  /** What is known of an outlet's articles; empty where none was looked at. */
  Optional<GroupFigures> group(String outlet) {
    return groups.computeIfAbsent(outlet, this::counted);
  }

  private Optional<GroupFigures> counted(String outlet) {
    List<Observed> observed =
        sql.all(
            "SELECT o.json FROM article a JOIN observed o ON o.id = a.id"
                + " WHERE a.outlet = ? ORDER BY a.key",
            r -> NoteJson.readObserved(r.getString(1)),
            outlet);
    return GroupFigures.of(observed, Grouping.OUTLET).stream().findFirst();
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
   * The files of all articles' pages.
   *
   * @param bytes how much is in them
   */
  record Files(long count, long bytes) {}

  Files files() {
    return sql.one(
            "SELECT coalesce(sum(files), 0), coalesce(sum(bytes), 0) FROM article",
            r -> new Files(r.getLong(1), r.getLong(2)))
        .orElseThrow();
  }
}
