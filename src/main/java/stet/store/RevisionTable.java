package stet.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import stet.capture.EnumId;
import stet.diff.Counts;
import stet.diff.Label;
import stet.sqlite.DatabaseException;
import stet.sqlite.Sql;
import stet.timeline.Window;

/** Revisions with their labels. */
public final class RevisionTable {
  private final Sql sql;

  RevisionTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * A revision as stored.
   *
   * @param number of the version it led to
   * @param changes the hunks and field changes in their JSON form
   * @param labels the disclosure label first
   */
  public record Row(int number, Window window, Counts counts, String changes, List<Label> labels) {}

  /** Removes the revisions that led to the versions from {@code number} on. */
  public void removeFrom(long article, int number) {
    sql.update("DELETE FROM label WHERE article_id = ? AND number >= ?", article, number);
    sql.update("DELETE FROM revision WHERE article_id = ? AND number >= ?", article, number);
  }

  /** Adds a revision. */
  public void add(long article, Row row) {
    sql.update(
        """
        INSERT INTO revision (article_id, number, not_before, not_after, inserted, deleted, moved,
            kept, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        article,
        row.number(),
        row.window().notBefore().toString(),
        row.window().notAfter().toString(),
        row.counts().inserted(),
        row.counts().deleted(),
        row.counts().moved(),
        row.counts().kept(),
        row.changes());
    for (int i = 0; i < row.labels().size(); i++) {
      Label label = row.labels().get(i);
      sql.update(
          "INSERT INTO label (article_id, number, position, kind, detail) VALUES (?, ?, ?, ?, ?)",
          article,
          row.number(),
          i,
          label.kind().id(),
          label.detail());
    }
  }

  /**
   * A revision by its place.
   *
   * @param article number of the article
   * @param number of the version it led to
   */
  public record Place(long article, int number) {}

  /** The revisions of an outlet's articles whose new text was first seen since then. */
  public List<Place> since(String outlet, Instant since) {
    return sql.all(
        """
        SELECT r.article_id, r.number FROM article a JOIN revision r ON r.article_id = a.id
        WHERE a.outlet = ? AND rtrim(r.not_after, 'Z') >= ? ORDER BY a.uri, r.number""",
        r -> new Place(r.getLong(1), r.getInt(2)),
        outlet,
        since.toString().replace("Z", ""));
  }

  /** The revisions of an article, oldest first. */
  public List<Row> of(long article) {
    List<Row> rows =
        sql.all(
            """
            SELECT number, not_before, not_after, inserted, deleted, moved, kept, changes
            FROM revision WHERE article_id = ? ORDER BY number""",
            r ->
                new Row(
                    r.getInt(1),
                    new Window(Instant.parse(r.getString(2)), Instant.parse(r.getString(3))),
                    new Counts(r.getInt(4), r.getInt(5), r.getInt(6), r.getInt(7)),
                    r.getString(8),
                    List.of()),
            article);
    List<Row> labelled = new ArrayList<>();
    for (Row row : rows) {
      labelled.add(
          new Row(
              row.number(),
              row.window(),
              row.counts(),
              row.changes(),
              labels(article, row.number())));
    }
    return labelled;
  }

  private List<Label> labels(long article, int number) {
    return sql.all(
        "SELECT kind, detail FROM label WHERE article_id = ? AND number = ? ORDER BY position",
        r -> new Label(kind(r.getString(1)), r.getString(2)),
        article,
        number);
  }

  private static Label.Kind kind(String id) {
    try {
      return EnumId.read(Label.Kind.class, id);
    } catch (IllegalArgumentException e) {
      throw DatabaseException.of(
          "it has the label '" + id + "', which this stet does not know; run 'stet rebuild' first");
    }
  }
}
