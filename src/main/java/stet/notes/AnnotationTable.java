package stet.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import stet.sqlite.Sql;

/** The one table of {@code notes.db}. */
final class AnnotationTable {
  private static final String COLUMNS =
      "id, article_uri, not_before, seen_at, removed, inserted, prefix, suffix, verdict, important,"
          + " text, author, created_at, modified_at";

  private final Sql sql;

  AnnotationTable(Sql sql) {
    this.sql = sql;
  }

  /** Saves it in place of one with the same id. */
  void save(Annotation annotation) {
    Subject subject = annotation.subject();
    Remark remark = annotation.remark();
    sql.update(
        "INSERT OR REPLACE INTO annotation ("
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        annotation.id(),
        subject.uri(),
        subject.notBefore().toString(),
        subject.seenAt().toString(),
        subject.quote().removed(),
        subject.quote().inserted(),
        subject.quote().prefix(),
        subject.quote().suffix(),
        remark.verdict(),
        remark.important() ? 1 : 0,
        remark.text(),
        remark.author(),
        annotation.createdAt().toString(),
        annotation.modifiedAt().toString());
  }

  boolean remove(String id) {
    return sql.update("DELETE FROM annotation WHERE id = ?", id) > 0;
  }

  Optional<Annotation> find(String id) {
    return sql.one(
        "SELECT " + COLUMNS + " FROM annotation WHERE id = ?", AnnotationTable::read, id);
  }

  /** All, in the order in which they were first said. */
  List<Annotation> all() {
    return sql.all(
        "SELECT " + COLUMNS + " FROM annotation ORDER BY julianday(created_at), created_at, id",
        AnnotationTable::read);
  }

  private static Annotation read(ResultSet r) throws SQLException {
    return new Annotation(
        r.getString(1),
        new Subject(
            r.getString(2),
            Instant.parse(r.getString(3)),
            Instant.parse(r.getString(4)),
            new Quote(r.getString(5), r.getString(6), r.getString(7), r.getString(8))),
        new Remark(r.getString(9), r.getInt(10) != 0, r.getString(11), r.getString(12)),
        Instant.parse(r.getString(13)),
        Instant.parse(r.getString(14)));
  }
}
