package stet.report;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;
import stet.capture.EnumId;
import stet.diff.Label;
import stet.store.Sql;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The articles of a site, in the ledger: what each was made from, sums over them, and what other
 * pages show of them. Pages that show an article are forgotten when what they show of it changes.
 */
final class Shelf {
  /** The unit of the pages that sum up the collection. */
  static final String FRONT = "front";

  private static final int STEP = 1_000;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .changeDefaultVisibility(
              v ->
                  v.withFieldVisibility(Visibility.ANY)
                      .withGetterVisibility(Visibility.NONE)
                      .withIsGetterVisibility(Visibility.NONE))
          .build();

  private final Ledger ledger;
  private final Sql sql;
  private final Places places;

  Shelf(Ledger ledger) {
    this.ledger = ledger;
    this.sql = ledger.sql();
    this.places = new Places(ledger);
  }

  /** The unit of the pages that sum up an outlet. */
  static String front(String outlet) {
    return "outlet " + outlet;
  }

  /** What an article's pages were made from; empty where there are none. */
  Optional<Made> made(String key) {
    return sql.one(
        """
        SELECT m.inputs, m.names, m.stat, m.content, a.bytes, a.folder
        FROM article a JOIN made m ON m.id = a.id WHERE a.key = ?""",
        r ->
            new Made(
                Addresses.folder(key),
                r.getString(1),
                new Seal(
                    Ledger.names(r.getString(2)),
                    r.getString(3),
                    r.getString(4),
                    r.getLong(5),
                    r.getLong(6))),
        key);
  }

  private record Before(long id, String outlet, String first, String mark) {}

  private @Nullable Before before(String key) {
    return sql.one(
            "SELECT id, outlet, first, mark FROM article WHERE key = ?",
            r -> new Before(r.getLong(1), r.getString(2), r.getString(3), r.getString(4)),
            key)
        .orElse(null);
  }

  /** Takes an article up whose pages were made. */
  void put(Renderer.Article article) {
    String note = JSON.writeValueAsString(article.note());
    String shown = article.made().seal().content() + note + article.html() + article.piece();
    String mark = Digest.of(shown).hex().substring(0, 16);
    ledger.change(() -> put(article, note, mark));
  }

  private void put(Renderer.Article article, String note, String mark) {
    ArticleLine line = article.note().line();
    List<String> extractors = article.note().extractors();
    String key = line.article().key();
    Before before = before(key);
    if (before != null && before.mark().equals(mark)) {
      seal(before.id(), article.made());
      return;
    }
    long id = before == null ? add(line, mark, extractors) : before.id();
    if (before != null) {
      places.changed(id);
      set(id, line, mark, extractors);
      if (!before.outlet().equals(line.article().outlet())
          || !before.first().equals(sortable(line.first()))) {
        sql.update("UPDATE article SET place = NULL, own = NULL WHERE id = ?", id);
      }
    }
    sql.update(
        "INSERT OR REPLACE INTO made (id, inputs, names, stat, content, note, html)"
            + " VALUES (?, '', '', '', '', ?, ?)",
        id,
        note,
        article.html());
    sql.update("INSERT OR REPLACE INTO piece (key, json) VALUES (?, ?)", key, article.piece());
    putLabels(id, line);
    seal(id, article.made());
    places.changed(id);
  }

  private long add(ArticleLine line, String mark, List<String> extractors) {
    long id =
        sql.insert(
            """
            INSERT INTO article (key, outlet, headline, first, last, changed, score, versions,
                revisions, silent, checks, gone, days, extractors, mark, files, bytes, folder)
            VALUES (?, '', '', '', '', '', 0, 0, 0, 0, 0, 0, 0, '', '', 0, 0, 0)""",
            line.article().key());
    set(id, line, mark, extractors);
    return id;
  }

  private void set(long id, ArticleLine line, String mark, List<String> extractors) {
    TellingEdit telling = line.telling();
    sql.update(
        """
        UPDATE article SET outlet = ?, headline = ?, first = ?, last = ?, changed = ?, score = ?,
            versions = ?, revisions = ?, silent = ?, checks = ?, gone = ?, days = ?,
            extractors = ?, mark = ? WHERE id = ?""",
        line.article().outlet(),
        line.headline().text(),
        sortable(line.first()),
        sortable(line.last()),
        sortable(line.changed()),
        telling == null ? -1 : telling.score(),
        line.versions(),
        line.revisions(),
        line.silent(),
        line.captures(),
        line.gone(),
        Duration.between(line.first(), line.last()).toDays(),
        String.join("\n", extractors),
        mark,
        id);
  }

  private void putLabels(long id, ArticleLine line) {
    sql.update("DELETE FROM label WHERE id = ?", id);
    line.labels()
        .forEach(
            (kind, count) ->
                sql.update(
                    "INSERT INTO label (outlet, kind, id, count) VALUES (?, ?, ?, ?)",
                    line.article().outlet(),
                    kind.id(),
                    id,
                    count));
  }

  private static String sortable(@Nullable Instant at) {
    return at == null ? "" : at.toString().replace("Z", "");
  }

  /** Notes how the files of an article, which are as they were made, are sealed now. */
  void keep(String key, Made made) {
    ledger.change(() -> seal(ledger.number("SELECT id FROM article WHERE key = ?", key), made));
  }

  private void seal(long id, Made made) {
    Seal seal = made.seal();
    sql.update(
        "UPDATE article SET files = ?, bytes = ?, folder = ? WHERE id = ?",
        seal.names().size(),
        seal.bytes(),
        seal.folder(),
        id);
    sql.update(
        "UPDATE made SET inputs = ?, names = ?, stat = ?, content = ? WHERE id = ?",
        made.inputs(),
        Ledger.names(seal.names()),
        seal.stat(),
        seal.content(),
        id);
  }

  /** Takes an article off that is no more. */
  void drop(String key) {
    Before before = before(key);
    if (before != null) {
      ledger.change(
          () -> {
            places.changed(before.id());
            sql.update("DELETE FROM made WHERE id = ?", before.id());
            sql.update("DELETE FROM label WHERE id = ?", before.id());
            sql.update("DELETE FROM piece WHERE key = ?", key);
            sql.update("DELETE FROM article WHERE id = ?", before.id());
          });
    }
  }

  /** Gives each article its place among all, in the order in which they were first seen. */
  void arrange() {
    ledger.change(places::arrange);
  }

  int count() {
    return (int) ledger.number("SELECT count(*) FROM article");
  }

  /** An article's folder, as it was left. */
  record Folder(String key, long changed) {}

  /** Goes through the folders of all articles. */
  void folders(Consumer<Folder> each) {
    long from = 0;
    while (from >= 0) {
      List<Long> last = new ArrayList<>();
      sql.all(
              "SELECT id, key, folder FROM article WHERE id > ? ORDER BY id LIMIT " + STEP,
              r -> {
                last.add(r.getLong(1));
                return new Folder(r.getString(2), r.getLong(3));
              },
              from)
          .forEach(each);
      from = last.size() < STEP ? -1 : last.get(STEP - 1);
    }
  }

  /** Goes through the articles' objects in {@code index.json}, in the order of their keys. */
  void pieces(Consumer<String> each) {
    String from = "";
    List<String> keys;
    do {
      keys = new ArrayList<>();
      List<String> seen = keys;
      sql.all(
              "SELECT key, json FROM piece WHERE key > ? ORDER BY key LIMIT " + STEP,
              r -> {
                seen.add(r.getString(1));
                return r.getString(2);
              },
              from)
          .forEach(each);
      from = keys.isEmpty() ? from : keys.get(keys.size() - 1);
    } while (keys.size() == STEP);
  }

  /**
   * Articles in an order.
   *
   * @param order SQL, a constant of the program
   * @param outlet whose; empty for all
   */
  List<ArticleRef> ordered(String order, String outlet, int from, int count) {
    String where = outlet.isEmpty() ? "WHERE '' = ?" : "WHERE outlet = ?";
    return sql.all(
        "SELECT id, key, mark FROM article " + where + " ORDER BY " + order + " LIMIT ? OFFSET ?",
        r -> new ArticleRef(r.getLong(1), r.getString(2), r.getString(3)),
        outlet,
        count,
        from);
  }

  /** Rows of articles in the order in which they were first seen, of all or of an outlet. */
  List<String> seen(String outlet, int from, int count) {
    String rows = "SELECT m.html FROM article a JOIN made m ON m.id = a.id ";
    String query =
        outlet.isEmpty()
            ? rows + "WHERE '' = ? AND a.place >= ? AND a.place < ? ORDER BY a.place"
            : rows + "WHERE a.outlet = ? AND a.own >= ? AND a.own < ? ORDER BY a.own";
    return sql.all(query, r -> r.getString(1), outlet, from, from + count);
  }

  /** An article's row in tables. */
  String html(ArticleRef ref) {
    return sql.one("SELECT html FROM made WHERE id = ?", r -> r.getString(1), ref.id())
        .orElseThrow();
  }

  /** What is kept of an article, but for its time strip. */
  Made.Note note(ArticleRef ref) {
    return JSON.readValue(
        sql.one("SELECT note FROM made WHERE id = ?", r -> r.getString(1), ref.id()).orElseThrow(),
        Made.Note.class);
  }

  /** Sums of each outlet, in the order of their names. */
  TreeMap<String, Totals> totals() {
    TreeMap<String, Totals> totals = new TreeMap<>();
    sql.all(
        """
        SELECT outlet, count(*), sum(revisions > 0), sum(versions), sum(revisions), sum(silent),
            sum(checks), sum(gone), sum(days), max(last), sum(files), sum(bytes)
        FROM article GROUP BY outlet""",
        r -> totals.put(r.getString(1), Totals.of(r)));
    sql.all(
        "SELECT outlet, kind, sum(count) FROM label GROUP BY outlet, kind",
        r ->
            totals
                .get(r.getString(1))
                .labels
                .put(EnumId.read(Label.Kind.class, r.getString(2)), r.getInt(3)));
    return totals;
  }

  /** What read the versions shown. */
  List<String> extractors() {
    TreeSet<String> names = new TreeSet<>();
    sql.all("SELECT DISTINCT extractors FROM article", r -> names.addAll(lines(r.getString(1))));
    return List.copyOf(names);
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
