package stet.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import stet.sqlite.Sql;

/** WARC files under {@code snapshots/} and how much of each is indexed. */
public final class WarcFileTable {
  private final Sql sql;
  private final Map<String, Long> ids = new HashMap<>();
  private final Map<Long, String> names = new HashMap<>();

  WarcFileTable(Sql sql) {
    this.sql = sql;
  }

  /** For each known file the length in bytes up to which its records are indexed. */
  public Map<String, Long> indexedLengths() {
    Map<String, Long> lengths = new LinkedHashMap<>();
    sql.all(
            "SELECT name, indexed_length FROM warc_file ORDER BY name",
            r -> Map.entry(r.getString(1), r.getLong(2)))
        .forEach(e -> lengths.put(e.getKey(), e.getValue()));
    return lengths;
  }

  /** Says that all records of {@code file} that end at or before {@code length} are indexed. */
  public void indexed(String file, long length) {
    sql.update(
        "UPDATE warc_file SET indexed_length = max(indexed_length, ?) WHERE id = ?",
        length,
        id(file));
  }

  /** The number of the file, which is made known if it was not. */
  long id(String file) {
    return ids.computeIfAbsent(
        file,
        f ->
            sql.one("SELECT id FROM warc_file WHERE name = ?", r -> r.getLong(1), f)
                .orElseGet(
                    () ->
                        sql.insert(
                            "INSERT INTO warc_file (name, indexed_length) VALUES (?, 0)", f)));
  }

  String name(long id) {
    return names.computeIfAbsent(
        id,
        i ->
            sql.one("SELECT name FROM warc_file WHERE id = ?", r -> r.getString(1), i)
                .orElseThrow());
  }

  void forget() {
    ids.clear();
    names.clear();
  }
}
