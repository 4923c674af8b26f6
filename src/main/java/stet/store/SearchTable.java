package stet.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import stet.diff.word.SearchWords;
import stet.sqlite.Sql;

/** Search over all text that was ever seen: blocks, headlines, deks, captions and notices. */
public final class SearchTable {
  /** However many there are. */
  public static final int ALL = Integer.MAX_VALUE - 1;

  /** So many words of a query look for what is like it; the rarest say most. */
  private static final int RAREST = 8;

  static final int KINDS = 8;

  private final Sql sql;

  SearchTable(Sql sql) {
    this.sql = sql;
  }

  /** Where in an article a passage stands. */
  public enum Place {
    BODY,
    HEADLINE,
    DEK,
    CAPTION,
    NOTICE
  }

  /**
   * A distinct text, however many versions show it.
   *
   * @param id number of the block or notice, or of the first state with this headline, dek or
   *     caption
   */
  public record Passage(Place place, long id, String text) {}

  /** A state of an article that shows a passage, and is that of one of its versions. */
  public record Shown(long article, long state) {}

  /**
   * Passages with words.
   *
   * @param whole whether they are all; the newest of them otherwise
   */
  public record Containing(List<Passage> passages, boolean whole) {}

  /**
   * Takes in what was added to the tables since the last time; part of the caller's transaction.
   */
  void catchUp() {
    take("block", "SELECT id, text FROM block WHERE id > ? ORDER BY id", Place.BODY);
    take("notice", "SELECT id, text FROM notice WHERE id > ? ORDER BY id", Place.NOTICE);
    long upto = upto("state");
    index(
        """
        SELECT s.id, s.headline FROM state s WHERE s.id > ? AND s.headline <> ''
          AND NOT EXISTS (SELECT 1 FROM capture c
            JOIN capture d ON d.article_id = c.article_id JOIN state e ON e.id = d.state_id
            WHERE c.state_id = s.id AND e.id < s.id AND e.headline = s.headline) ORDER BY s.id""",
        upto,
        Place.HEADLINE);
    index(
        """
        SELECT s.id, s.dek FROM state s WHERE s.id > ? AND s.dek <> ''
          AND NOT EXISTS (SELECT 1 FROM capture c
            JOIN capture d ON d.article_id = c.article_id JOIN state e ON e.id = d.state_id
            WHERE c.state_id = s.id AND e.id < s.id AND e.dek = s.dek) ORDER BY s.id""",
        upto,
        Place.DEK);
    captions(upto);
    sql.update(
        "UPDATE search_upto SET last_id = (SELECT coalesce(max(id), 0) FROM state)"
            + " WHERE kind = 'state'");
  }

  private long upto(String kind) {
    return sql.one("SELECT last_id FROM search_upto WHERE kind = ?", r -> r.getLong(1), kind)
        .orElse(0L);
  }

  private void take(String kind, String query, Place place) {
    index(query, upto(kind), place);
    sql.update(
        "UPDATE search_upto SET last_id = (SELECT coalesce(max(id), 0) FROM "
            + kind
            + ") WHERE kind = ?",
        kind);
  }

  private record Text(long id, String text) {}

  /** To cut texts into words takes as long as to store them, and needs no database. */
  private void index(String query, long upto, Place place) {
    sql.all(query, r -> new Text(r.getLong(1), r.getString(2)), upto).parallelStream()
        .map(row -> new Text(row.id(), searched(row.text())))
        .toList()
        .forEach(row -> insertWords(place, row.id(), row.text()));
  }

  /** All captions of a state are one row: a picture's words are short. */
  private void captions(long upto) {
    long state = 0;
    StringBuilder text = new StringBuilder();
    for (Text row :
        sql.all(
            "SELECT state_id, text FROM caption WHERE state_id > ? ORDER BY state_id, position",
            r -> new Text(r.getLong(1), r.getString(2)),
            upto)) {
      if (row.id() != state) {
        insert(Place.CAPTION, state, text.toString());
        state = row.id();
        text.setLength(0);
      }
      text.append(row.text()).append('\n');
    }
    insert(Place.CAPTION, state, text.toString());
  }

  private void insert(Place place, long id, String text) {
    insertWords(place, id, searched(text));
  }

  private static String searched(String text) {
    return String.join(" ", SearchWords.of(text).words());
  }

  private void insertWords(Place place, long id, String words) {
    if (!words.isEmpty()) {
      sql.update(
          "INSERT INTO search (rowid, words) VALUES (?, ?)", id * KINDS + place.ordinal(), words);
    }
  }

  /**
   * The passages in which these words stand in a row.
   *
   * @param words as {@link SearchWords} folds them, at least one
   * @param prefix whether the last of them may be the beginning of a longer word
   * @param most how many passages are looked at, the newest first; {@link #ALL} for all of them
   */
  public Containing containing(List<String> words, boolean prefix, int most) {
    String phrase = quote(String.join(" ", words)) + (prefix ? " *" : "");
    List<Long> rows =
        sql.all(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?",
            r -> r.getLong(1),
            phrase,
            most + 1);
    List<Passage> found = new ArrayList<>();
    for (long row : rows.subList(0, Math.min(most, rows.size()))) {
      passage(row).stream()
          .filter(p -> SearchWords.of(p.text()).find(words, prefix) >= 0)
          .forEach(found::add);
    }
    // In the order in which they were first seen, whatever was left out.
    Collections.reverse(found);
    return new Containing(found, rows.size() <= most);
  }

  /** Passages that share the rarest of these words, those that share most first. */
  public List<Passage> near(List<String> words, int limit) {
    List<String> known =
        words.stream()
            .distinct()
            .map(w -> new Frequency(w, occurrences(w)))
            .filter(f -> f.rows() > 0)
            .sorted(Comparator.comparingLong(Frequency::rows))
            .limit(RAREST)
            .map(Frequency::word)
            .toList();
    if (known.isEmpty()) {
      return List.of();
    }
    String any = known.stream().map(SearchTable::quote).collect(Collectors.joining(" OR "));
    List<Passage> found = new ArrayList<>();
    sql.all(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank, rowid LIMIT ?",
            r -> r.getLong(1),
            any,
            limit)
        .forEach(row -> found.addAll(passage(row)));
    return found;
  }

  private record Frequency(String word, long rows) {}

  private long occurrences(String word) {
    return sql.one("SELECT doc FROM search_word WHERE term = ?", r -> r.getLong(1), word)
        .orElse(0L);
  }

  private static String quote(String phrase) {
    return '"' + phrase.replace("\"", "\"\"") + '"';
  }

  /** The words of a row, as they were put in, from the texts as they are now. */
  String words(long row) {
    String text = passage(row).stream().map(Passage::text).collect(Collectors.joining("\n"));
    return searched(text);
  }

  private List<Passage> passage(long row) {
    Place place = Place.values()[(int) (row % KINDS)];
    long id = row / KINDS;
    String query =
        switch (place) {
          case BODY -> "SELECT text FROM block WHERE id = ?";
          case NOTICE -> "SELECT text FROM notice WHERE id = ?";
          case HEADLINE -> "SELECT headline FROM state WHERE id = ?";
          case DEK -> "SELECT dek FROM state WHERE id = ?";
          case CAPTION -> "SELECT text FROM caption WHERE state_id = ? ORDER BY position";
        };
    return sql.all(query, r -> new Passage(place, id, r.getString(1)), id);
  }

  /** The states of versions that show a passage. */
  public List<Shown> shownBy(Passage passage) {
    return sql.all(
        shownBy(passage.place()), r -> new Shown(r.getLong(1), r.getLong(2)), passage.id());
  }

  static String shownBy(Place place) {
    return switch (place) {
      case BODY ->
          "SELECT DISTINCT v.article_id, v.state_id FROM state_stretch b"
              + " JOIN version v ON v.state_id = b.state_id WHERE b.block_id <= ?1"
              + " AND b.block_id > ?1 - "
              + BlockTable.LONGEST
              + " AND b.block_id + b.blocks > ?1";
      case NOTICE ->
          "SELECT DISTINCT v.article_id, v.state_id FROM state_notice n"
              + " JOIN version v ON v.state_id = n.state_id WHERE n.notice_id = ?";
      case HEADLINE -> alike("headline");
      case DEK -> alike("dek");
      case CAPTION -> "SELECT DISTINCT article_id, state_id FROM version WHERE state_id = ?";
    };
  }

  /** States with the same words in that column, of the articles that were ever in this state. */
  private static String alike(String column) {
    return "SELECT DISTINCT v.article_id, v.state_id FROM state f"
        + " JOIN capture c ON c.state_id = f.id JOIN version v ON v.article_id = c.article_id"
        + " JOIN state s ON s.id = v.state_id WHERE f.id = ? AND s."
        + column
        + " = f."
        + column;
  }
}
