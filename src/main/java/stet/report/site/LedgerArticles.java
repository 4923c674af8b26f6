package stet.report.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stet.capture.Digest;
import stet.report.view.ArticleLine;
import stet.report.words.Addresses;
import stet.report.words.TellingEdit;
import stet.sqlite.Sql;
import stet.stats.ArticleFigures;
import stet.stats.Watching;

/**
 * Keeps the articles of a site in the ledger: what each was made from, and what other pages show of
 * them, which {@link ShownArticles} reads. Pages that show an article are forgotten when what they
 * show of it changes.
 */
final class LedgerArticles {
  /** The unit of the pages that sum up the collection. */
  static final String FRONT = "front";

  private static final int STEP = 1_000;

  private static final List<String> OF_ARTICLES =
      List.of("made", "shown", "piece", "observed", "label", "peak", "article");

  private static final List<String> COLUMNS =
      List.of(
          "uri",
          "outlet",
          "headline",
          "first",
          "last",
          "changed",
          "score",
          "best",
          "versions",
          "revisions",
          "silent",
          "cut",
          "wide",
          "checks",
          "gone",
          "watched",
          "extractors",
          "mark");

  private final Ledger ledger;
  private final Sql sql;
  private final Places places;
  private final Days days;

  LedgerArticles(Ledger ledger) {
    this.ledger = ledger;
    this.sql = ledger.sql();
    this.places = new Places(ledger);
    this.days = new Days(ledger);
  }

  /** The unit of the pages that sum up an outlet. */
  static String front(String outlet) {
    return "outlet " + outlet;
  }

  /** What an article's pages were made from; empty where there are none. */
  Optional<PageSet> made(String key) {
    return sql.one(
        """
        SELECT m.inputs, m.names, m.stat, m.content, a.bytes, a.folder
        FROM article a JOIN made m ON m.id = a.id WHERE a.key = ?""",
        r ->
            new PageSet(
                Addresses.folder(key),
                r.getString(1),
                new FileSetDigest(
                    Ledger.names(r.getString(2)),
                    r.getString(3),
                    r.getString(4),
                    r.getLong(5),
                    r.getLong(6))),
        key);
  }

  private record Before(long id, String outlet, String first, String headline, String mark) {}

  private @Nullable Before before(String key) {
    return sql.one(
            "SELECT id, outlet, first, headline, mark FROM article WHERE key = ?",
            r ->
                new Before(
                    r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5)),
            key)
        .orElse(null);
  }

  /** Notes from which blocks an article may learn, before its pages are made. */
  void learns(String key, Set<String> lessons) {
    Set<String> before =
        Set.copyOf(sql.all("SELECT block FROM lesson WHERE key = ?", r -> r.getString(1), key));
    if (!before.equals(lessons)) {
      ledger.change(
          () -> {
            sql.update("DELETE FROM lesson WHERE key = ?", key);
            for (String block : lessons) {
              sql.update("INSERT INTO lesson (block, key) VALUES (?, ?)", block, key);
            }
          });
    }
  }

  /** Keys of the articles that may learn from who shows one of those blocks. */
  Set<String> learning(Set<String> shown) {
    Set<String> keys = new TreeSet<>();
    for (String block : shown) {
      sql.all("SELECT key FROM lesson WHERE block = ?", r -> keys.add(r.getString(1)), block);
    }
    return keys;
  }

  /** Takes an article up whose pages were made. */
  void put(Renderer.Article article) {
    String note = NoteJson.write(article.note());
    String shown =
        article.made().seal().content()
            + note
            + article.row()
            + article.entry()
            + article.edits()
            + article.piece()
            + article.observed();
    String mark = Digest.of(shown).hex().substring(0, 16);
    ledger.change(() -> put(article, note, mark));
  }

  private void put(Renderer.Article article, String note, String mark) {
    ArticleLine line = article.note().line();
    Before before = before(line.article().key());
    if (before != null && before.mark().equals(mark)) {
      seal(before.id(), article.made());
      return;
    }
    List<String> extractors = article.note().extractors();
    long id = before == null ? add(line, mark, extractors) : before.id();
    if (before != null) {
      change(before, article, mark);
    }
    sql.update(
        "INSERT OR REPLACE INTO made (id, inputs, names, stat, content, note)"
            + " VALUES (?, '', '', '', '', ?)",
        id,
        note);
    putShown(id, article);
    days.put(id, article.edits());
    putLabels(id, line);
    putPeaks(id, line);
    seal(id, article.made());
    places.changed(id);
  }

  /** Has pages forgotten on which the article stood, and takes over what orders it. */
  private void change(Before before, Renderer.Article article, String mark) {
    ArticleLine line = article.note().line();
    boolean stays =
        before.outlet().equals(line.article().outlet())
            && before.first().equals(sortable(line.figures().first()));
    places.changed(before.id());
    if (!stays
        || !before.headline().equals(line.headline().text())
        || !entry(before.id()).equals(article.entry())) {
      places.renamed(before.id());
    }
    set(before.id(), line, mark, article.note().extractors());
    if (!stays) {
      sql.update("UPDATE article SET place = NULL, own = NULL WHERE id = ?", before.id());
    }
  }

  private String entry(long id) {
    return sql.one("SELECT entry FROM shown WHERE id = ?", r -> r.getString(1), id).orElse("");
  }

  private void putShown(long id, Renderer.Article article) {
    sql.update(
        "INSERT OR REPLACE INTO shown (id, kinds, html, entry) VALUES (?, ?, ?, ?)",
        id,
        article.row().kinds(),
        article.row().html(),
        article.entry());
    sql.update("INSERT OR REPLACE INTO piece (id, json) VALUES (?, ?)", id, article.piece());
    if (article.observed().isEmpty()) {
      sql.update("DELETE FROM observed WHERE id = ?", id);
    } else {
      sql.update(
          "INSERT OR REPLACE INTO observed (id, json) VALUES (?, ?)", id, article.observed());
    }
  }

  /** Written at once as it is to be: each later change of what is ordered moves nine entries. */
  private long add(ArticleLine line, String mark, List<String> extractors) {
    List<Object> values = values(line, mark, extractors);
    values.add(line.article().key());
    return sql.insert(
        "INSERT INTO article (%s, key, files, bytes, folder) VALUES (%s?, 0, 0, 0)"
            .formatted(String.join(", ", COLUMNS), "?, ".repeat(COLUMNS.size())),
        values.toArray());
  }

  private void set(long id, ArticleLine line, String mark, List<String> extractors) {
    List<Object> values = values(line, mark, extractors);
    values.add(id);
    sql.update(
        "UPDATE article SET %s = ? WHERE id = ?".formatted(String.join(" = ?, ", COLUMNS)),
        values.toArray());
  }

  /** As {@link #COLUMNS} are ordered. */
  private static List<Object> values(ArticleLine line, String mark, List<String> extractors) {
    TellingEdit telling = line.telling();
    ArticleFigures figures = line.figures();
    Watching watching = figures.watching();
    return new ArrayList<>(
        List.of(
            line.article().uri(),
            line.article().outlet(),
            line.headline().text(),
            sortable(figures.first()),
            sortable(watching.last()),
            sortable(figures.changed()),
            telling == null ? -1 : telling.score(),
            telling == null ? 0 : telling.version(),
            line.edits().versions(),
            line.edits().revisions(),
            line.edits().silent(),
            watching.cutOff(),
            line.edits().wide(),
            watching.checks(),
            watching.gone(),
            watching.watched().toSeconds(),
            String.join("\n", extractors),
            mark));
  }

  private void putLabels(long id, ArticleLine line) {
    sql.update("DELETE FROM label WHERE id = ?", id);
    line.edits()
        .labels()
        .forEach(
            (kind, count) ->
                sql.update(
                    "INSERT INTO label (outlet, kind, id, count, silent) VALUES (?, ?, ?, ?, ?)",
                    line.article().outlet(),
                    kind.id(),
                    id,
                    count,
                    line.edits().silentLabelled(kind)));
  }

  private void putPeaks(long id, ArticleLine line) {
    sql.update("DELETE FROM peak WHERE id = ?", id);
    for (TellingEdit edit : line.lately()) {
      sql.update(
          "INSERT INTO peak (id, outlet, at, score, version) VALUES (?, ?, ?, ?, ?)",
          id,
          line.article().outlet(),
          sortable(edit.at()),
          edit.score(),
          edit.version());
    }
  }

  /** Without its Z, so that times sort as text whatever their precision; empty for none. */
  static String sortable(@Nullable Instant at) {
    return at == null ? "" : at.toString().replace("Z", "");
  }

  /** Notes how the files of an article, which are as they were made, are sealed now. */
  void keep(String key, PageSet made) {
    ledger.change(() -> seal(ledger.number("SELECT id FROM article WHERE key = ?", key), made));
  }

  private void seal(long id, PageSet made) {
    FileSetDigest seal = made.seal();
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
            places.renamed(before.id());
            days.put(before.id(), List.of());
            sql.update("DELETE FROM lesson WHERE key = ?", key);
            for (String table : OF_ARTICLES) {
              sql.update("DELETE FROM " + table + " WHERE id = ?", before.id());
            }
          });
    }
  }

  /** Gives each article its place among all, in the order in which they were first seen. */
  void arrange() {
    ledger.change(places::arrange);
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
}
