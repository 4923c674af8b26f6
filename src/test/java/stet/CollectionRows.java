package stet;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import stet.archive.StoredRecord.StoredCapture;
import stet.archive.WarcArchive;
import stet.archive.WarcLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a collection's database says, without row numbers and places in files, so that two
 * collections of the same captures compare equal however they came about.
 *
 * @param captures place in the archive by capture
 * @param timelines all else, one line a row, sorted
 */
record CollectionRows(Map<String, WarcLocation> captures, List<String> timelines) {
  private static final String CAPTURES =
      "SELECT uri, captured_at, ordinal, 'sha256:' || payload_digest, name, warc_offset, warc_length"
          + " FROM capture JOIN warc_file ON warc_file.id = warc_file_id";

  /** Its column among those of a capture below. */
  private static final int SOURCE_NAME = 9;

  private static final List<String> TIMELINES =
      List.of(
          "SELECT 'capture', a.uri, a.key, a.outlet, c.uri, captured_at, ordinal, media_type,"
              + " source_kind, source_name, payload_digest, payload_size, not_article, detail,"
              + " hex(s.digest) FROM capture c JOIN article a ON a.id = c.article_id"
              + " LEFT JOIN state s ON s.id = c.state_id",
          "SELECT 'version', a.uri, number, hex(s.digest), checks, f.captured_at, l.captured_at"
              + " FROM version v JOIN article a ON a.id = v.article_id"
              + " JOIN state s ON s.id = v.state_id JOIN capture f ON f.id = first_capture_id"
              + " JOIN capture l ON l.id = last_capture_id",
          "SELECT 'revision', a.uri, number, not_before, not_after, inserted, deleted, moved, kept,"
              + " changes FROM revision r JOIN article a ON a.id = r.article_id",
          "SELECT 'label', a.uri, number, position, kind, detail"
              + " FROM label l JOIN article a ON a.id = l.article_id");

  static CollectionRows of(Path home) throws SQLException {
    Map<String, WarcLocation> captures = new TreeMap<>();
    List<String> timelines = new ArrayList<>();
    String url = "jdbc:sqlite:" + home.resolve("stet.db");
    try (Connection db = DriverManager.getConnection(url);
        Statement statement = db.createStatement()) {
      try (ResultSet row = statement.executeQuery(CAPTURES)) {
        while (row.next()) {
          WarcLocation at = new WarcLocation(row.getString(5), row.getLong(6), row.getLong(7));
          captures.put(join(row, 4), at);
        }
      }
      for (String query : TIMELINES) {
        try (ResultSet row = statement.executeQuery(query)) {
          while (row.next()) {
            timelines.add(join(row, row.getMetaData().getColumnCount()));
          }
        }
      }
    }
    timelines.sort(null);
    return new CollectionRows(captures, timelines);
  }

  /** The rows without the file that a capture was read from: an export's is another. */
  List<String> withoutSourceNames() {
    List<String> rows = new ArrayList<>();
    for (String row : timelines) {
      List<String> values = new ArrayList<>(List.of(row.split(" \\| ", -1)));
      if (values.get(0).equals("capture")) {
        values.remove(SOURCE_NAME);
      }
      rows.add(String.join(" | ", values));
    }
    rows.sort(null);
    return rows;
  }

  /** How many captures there are. */
  int size() {
    return captures.size();
  }

  private static String join(ResultSet row, int columns) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      values.add(row.getString(i));
    }
    return String.join(" | ", values.stream().map(String::valueOf).toList());
  }

  /** The capture that a line of {@code stet import --json} speaks of. */
  static String key(String line) {
    JsonNode json = JsonMapper.shared().readTree(line);
    return String.join(
        " | ",
        json.get("uri").stringValue(),
        json.get("captured_at").stringValue(),
        json.get("ordinal").asString(),
        json.get("payload").stringValue());
  }

  /** Reads captures where the database says they lie. */
  void requireReadable(Path home, Collection<String> keys) throws IOException {
    WarcArchive archive = new WarcArchive(home.resolve("snapshots"));
    for (String key : keys) {
      StoredCapture stored = archive.read(captures.get(key));
      String found =
          String.join(
              " | ",
              stored.capture().uri(),
              stored.capture().at().toString(),
              Integer.toString(stored.capture().ordinal()),
              stored.capture().payload().digest().labelled());
      KillRun.require(found.equals(key), "'" + key + "' is not where the database says");
    }
  }

  void requireSame(CollectionRows expected, String when) {
    List<String> missing = new ArrayList<>(expected.timelines);
    missing.removeAll(timelines);
    List<String> more = new ArrayList<>(timelines);
    more.removeAll(expected.timelines);
    KillRun.require(
        timelines.equals(expected.timelines),
        when + " the rows differ: missing " + head(missing) + ", too many " + head(more));
  }

  private static List<String> head(List<String> lines) {
    return lines.subList(0, Math.min(3, lines.size()));
  }
}
