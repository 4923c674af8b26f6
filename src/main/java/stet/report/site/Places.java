package stet.report.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stet.sqlite.Sql;

/**
 * The places of articles in the lists that show all of them. As first seen, most articles come at
 * the end and no page but the last changes for them.
 */
final class Places {
  /** New articles up to which each is given its place by itself. */
  private static final int FEW = 1_000;

  private final Ledger ledger;
  private final Sql sql;

  Places(Ledger ledger) {
    this.ledger = ledger;
    this.sql = ledger.sql();
  }

  private record Row(long id, String outlet, String first, String key) {}

  /** Has the pages made anew on which an article stands. */
  void changed(long article) {
    sql.all(
        "SELECT outlet, coalesce(place, -1), coalesce(own, -1) FROM article WHERE id = ?",
        r -> {
          ledger.forget(LedgerArticles.FRONT);
          ledger.forget(LedgerArticles.front(r.getString(1)));
          forget("", r.getInt(2));
          forgetObjects(r.getInt(2));
          forget(r.getString(1), r.getInt(3));
          return true;
        },
        article);
  }

  /** Has the page made anew on which an article's headline stands. */
  void renamed(long article) {
    forgetHeadlines(
        (int) ledger.number("SELECT coalesce(place, -1) FROM article WHERE id = ?", article));
  }

  private void forget(String outlet, int place) {
    if (place >= 0) {
      ledger.forget(ArticleLists.seen(outlet, place / ArticleLists.ROWS));
    }
  }

  private void forgetObjects(int place) {
    if (place >= 0) {
      ledger.forget(Indexes.objectFile(place / Indexes.OBJECTS));
    }
  }

  private void forgetHeadlines(int place) {
    if (place >= 0) {
      ledger.forget(Indexes.headlines(place / Indexes.HEADLINES));
    }
  }

  /** Gives places to articles that have none, and closes gaps. */
  void arrange() {
    List<Row> fresh =
        sql.all(
            "SELECT id, outlet, first, key FROM article WHERE place IS NULL ORDER BY first, key"
                + " LIMIT "
                + (FEW + 1),
            r -> new Row(r.getLong(1), r.getString(2), r.getString(3), r.getString(4)));
    if (fresh.size() <= FEW && isAfterAll(fresh)) {
      append(fresh);
    }
    long placed = ledger.number("SELECT count(*) FROM article");
    if (ledger.number("SELECT coalesce(max(place), -1) + 1 FROM article") != placed
        || ledger.number("SELECT count(*) FROM article WHERE place IS NULL") > 0) {
      renumber();
    }
  }

  private boolean isAfterAll(List<Row> fresh) {
    return fresh.isEmpty()
        || ledger.number(
                "SELECT count(*) FROM article WHERE place = (SELECT max(place) FROM article)"
                    + " AND (first, key) > (?, ?)",
                fresh.get(0).first(),
                fresh.get(0).key())
            == 0;
  }

  private void append(List<Row> fresh) {
    long place = ledger.number("SELECT coalesce(max(place), -1) + 1 FROM article");
    Map<String, Long> own = new HashMap<>();
    for (Row row : fresh) {
      long next =
          own.computeIfAbsent(
              row.outlet(),
              o ->
                  ledger.number(
                      "SELECT coalesce(max(own), -1) + 1 FROM article WHERE outlet = ?", o));
      own.put(row.outlet(), next + 1);
      sql.update("UPDATE article SET place = ?, own = ? WHERE id = ?", place++, next, row.id());
      changed(row.id());
      renamed(row.id());
    }
  }

  private void renumber() {
    sql.run("DROP TABLE IF EXISTS temp.moved");
    sql.run(
        """
        CREATE TEMP TABLE moved AS SELECT * FROM (
          SELECT id, outlet, place, own,
            row_number() OVER (ORDER BY first, key) - 1 AS to_place,
            row_number() OVER (PARTITION BY outlet ORDER BY first, key) - 1 AS to_own
          FROM article)
        WHERE place IS NOT to_place OR own IS NOT to_own""");
    forgetMoved("SELECT DISTINCT '', %s / %d FROM temp.moved", "place");
    forgetMoved("SELECT DISTINCT outlet, %s / %d FROM temp.moved", "own");
    forgetMovedParts();
    sql.run(
        """
        UPDATE article SET place = to_place, own = to_own
        FROM temp.moved AS moved WHERE moved.id = article.id""");
    sql.run("DROP TABLE temp.moved");
  }

  private void forgetMovedParts() {
    for (String place : List.of("place", "to_place")) {
      sql.all(
          "SELECT DISTINCT "
              + place
              + " / "
              + Indexes.OBJECTS
              + " FROM temp.moved WHERE "
              + place
              + " IS NOT NULL",
          r -> {
            forgetObjects(r.getInt(1) * Indexes.OBJECTS);
            forgetHeadlines(r.getInt(1) * Indexes.OBJECTS);
            return true;
          });
    }
  }

  private void forgetMoved(String query, String column) {
    for (String place : List.of(column, "to_" + column)) {
      sql.all(
          String.format(query, place, ArticleLists.ROWS),
          r -> {
            int page = r.getInt(2);
            if (!r.wasNull()) {
              ledger.forget(ArticleLists.seen(r.getString(1), page));
            }
            return true;
          });
    }
  }
}
