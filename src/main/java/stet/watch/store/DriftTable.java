package stet.watch.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import stet.capture.EnumId;
import stet.sqlite.Sql;
import stet.watch.drift.DriftGuard;
import stet.watch.drift.DriftVerdict;
import stet.watch.drift.HeldDrift;
import stet.watch.drift.HeldRevision;

/** Revisions that were held as drift of a template, and what a person made of them. */
final class DriftTable {
  private final Sql sql;

  DriftTable(Sql sql) {
    this.sql = sql;
  }

  boolean isKnown(String articleKey, Instant seenAt) {
    return sql.one(
            "SELECT 1 FROM drift_revision WHERE article_key = ? AND seen_at = ?",
            r -> true,
            articleKey,
            seenAt.toString())
        .isPresent();
  }

  void add(String outlet, DriftGuard.Drift drift, List<HeldRevision> revisions) {
    long id =
        sql.insert(
            """
            INSERT INTO drift (outlet, from_at, to_at, articles, checked, sample, verdict)
            VALUES (?, ?, ?, ?, ?, ?, 'held')""",
            outlet,
            drift.from().toString(),
            drift.to().toString(),
            drift.articles(),
            drift.checked(),
            drift.sample());
    for (HeldRevision revision : revisions) {
      sql.update(
          "INSERT OR IGNORE INTO drift_revision (article_key, seen_at, drift_id) VALUES (?, ?, ?)",
          revision.articleKey(),
          revision.seenAt().toString(),
          id);
    }
  }

  boolean judge(long id, DriftVerdict verdict) {
    String word = EnumId.of(verdict);
    return sql.update("UPDATE drift SET verdict = ? WHERE id = ?", word, id) > 0;
  }

  void redact(Set<String> keys, Predicate<String> says, String instead) {
    for (HeldDrift drift : all()) {
      boolean own =
          sql
              .all(
                  "SELECT article_key FROM drift_revision WHERE drift_id = ?",
                  r -> r.getString(1),
                  drift.id())
              .stream()
              .anyMatch(keys::contains);
      if (own || says.test(drift.sample())) {
        sql.update("UPDATE drift SET sample = ? WHERE id = ?", instead, drift.id());
      }
    }
  }

  List<HeldDrift> all() {
    return sql.all(
        """
        SELECT id, outlet, from_at, to_at, articles, checked, sample, verdict,
          (SELECT count(*) FROM drift_revision r WHERE r.drift_id = drift.id)
        FROM drift ORDER BY id""",
        DriftTable::read);
  }

  private static HeldDrift read(ResultSet r) throws SQLException {
    return new HeldDrift(
        r.getLong(1),
        r.getString(2),
        Instant.parse(r.getString(3)),
        Instant.parse(r.getString(4)),
        r.getInt(5),
        r.getInt(6),
        r.getString(7),
        EnumId.read(DriftVerdict.class, r.getString(8)),
        r.getInt(9));
  }

  Set<HeldRevision> held() {
    return new HashSet<>(
        sql.all(
            """
            SELECT r.article_key, r.seen_at FROM drift_revision r JOIN drift d ON d.id = r.drift_id
            WHERE d.verdict <> 'released'""",
            r -> new HeldRevision(r.getString(1), Instant.parse(r.getString(2)))));
  }
}
