package stet.store;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import stet.capture.Digest;
import stet.diff.word.SearchWords;
import stet.sqlite.DatabaseException;
import stet.sqlite.Sql;

/**
 * Whether the search holds the words of the texts, all of them and no other: it is made once more
 * from the texts, in SQLite's own temporary database, and both are read from end to end. Nothing
 * else finds a flipped bit there, since the index has no sums of its own.
 */
final class SearchCheck {
  private static final int STEP = 500;

  private final Sql sql;
  private final SearchTable search;

  SearchCheck(Sql sql, SearchTable search) {
    this.sql = sql;
    this.search = search;
  }

  /** What is wrong, one line each; empty when nothing is. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    try {
      missing(problems);
      sql.run("PRAGMA query_only = 0");
      structure(problems);
      build();
      compare(problems);
      seek(problems);
    } catch (DatabaseException e) {
      problems.add("the search cannot be read: " + e.getMessage());
    } finally {
      cleanUp();
    }
    return problems;
  }

  /** SQLite's own check of how the index is laid out, which it calls an insertion. */
  private void structure(List<String> problems) {
    attempt("INSERT INTO main.search (search) VALUES ('integrity-check')")
        .map(e -> String.valueOf(e.getMessage()))
        // On a medium that nobody can write it is not to be had.
        .filter(why -> !why.contains("READONLY"))
        .ifPresent(why -> problems.add("the search is damaged: " + why));
  }

  private void missing(List<String> problems) {
    long missing =
        missing("SELECT text FROM block", SearchTable.Place.BODY)
            + missing("SELECT text FROM notice", SearchTable.Place.NOTICE)
            + missing(
                "SELECT text FROM (SELECT state_id AS id, group_concat(text, char(10)) AS text"
                    + " FROM caption GROUP BY state_id)",
                SearchTable.Place.CAPTION);
    if (missing > 0) {
      problems.add("the search lacks " + missing + " texts");
    }
  }

  private long missing(String query, SearchTable.Place place) {
    return sql
        .all(
            query
                + " WHERE id * "
                + SearchTable.KINDS
                + " + ? NOT IN (SELECT id FROM search_docsize)",
            r -> r.getString(1),
            place.ordinal())
        .stream()
        .filter(text -> !SearchWords.of(text).words().isEmpty())
        .count();
  }

  private void build() {
    String made =
        sql.one("SELECT sql FROM main.sqlite_schema WHERE name = 'search'", r -> r.getString(1))
            .orElse("");
    sql.run(made.replaceFirst("(?i)TABLE\\s+\"?search\"?", "TABLE temp.search_again"));
    sql.run("CREATE VIRTUAL TABLE temp.search_is USING fts5vocab('main', 'search', 'instance')");
    sql.run(
        "CREATE VIRTUAL TABLE temp.search_should"
            + " USING fts5vocab('temp', 'search_again', 'instance')");
    sql.run("BEGIN");
    long last = -1;
    List<Long> rows;
    do {
      rows =
          sql.all(
              "SELECT id FROM search_docsize WHERE id > ? ORDER BY id LIMIT " + STEP,
              r -> r.getLong(1),
              last);
      for (long row : rows) {
        sql.update(
            "INSERT INTO temp.search_again (rowid, words) VALUES (?, ?)", row, search.words(row));
        last = row;
      }
    } while (rows.size() == STEP);
    sql.run("COMMIT");
  }

  private void compare(List<String> problems) {
    boolean same =
        digest("SELECT term, doc, col, offset FROM temp.search_is")
                .equals(digest("SELECT term, doc, col, offset FROM temp.search_should"))
            && digest("SELECT id, sz FROM main.search_docsize ORDER BY id")
                .equals(digest("SELECT id, sz FROM temp.search_again_docsize ORDER BY id"))
            && digest("SELECT block FROM main.search_data WHERE id = 1")
                .equals(digest("SELECT block FROM temp.search_again_data WHERE id = 1"));
    if (!same) {
      problems.add("the search differs from the texts; 'stet rebuild' mends it");
    }
  }

  /** Looks each word up as a search does, by the tables that lead to it without reading all. */
  private void seek(List<String> problems) {
    sql.run("CREATE VIRTUAL TABLE temp.search_found USING fts5vocab('main', 'search', 'row')");
    sql.run(
        "CREATE VIRTUAL TABLE temp.search_sought"
            + " USING fts5vocab('temp', 'search_again', 'row')");
    long lost =
        sql.one(
                """
                SELECT count(*) FROM temp.search_sought s WHERE NOT EXISTS (
                  SELECT 1 FROM temp.search_found f
                  WHERE f.term = s.term AND f.doc = s.doc AND f.cnt = s.cnt)""",
                r -> r.getLong(1))
            .orElse(0L);
    if (lost > 0) {
      problems.add("the search does not find " + lost + " words; 'stet rebuild' mends it");
    }
  }

  private String digest(String query) {
    MessageDigest sha = Digest.algorithm();
    sql.digest(sha, query);
    return HexFormat.of().formatHex(sha.digest());
  }

  private void cleanUp() {
    for (String statement :
        List.of(
            "ROLLBACK",
            "DROP TABLE IF EXISTS temp.search_is",
            "DROP TABLE IF EXISTS temp.search_should",
            "DROP TABLE IF EXISTS temp.search_found",
            "DROP TABLE IF EXISTS temp.search_sought",
            "DROP TABLE IF EXISTS temp.search_again",
            "PRAGMA query_only = 1")) {
      attempt(statement);
    }
  }

  private Optional<DatabaseException> attempt(String statement) {
    try {
      sql.run(statement);
      return Optional.empty();
    } catch (DatabaseException e) {
      // No transaction is open, as a rule; a damaged file may refuse all of them.
      return Optional.of(e);
    }
  }
}
