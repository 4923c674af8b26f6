package stet.report.site;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import stet.json.StetJson;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.SearchView;
import stet.report.words.Numbers;
import stet.report.words.Pages;
import stet.sqlite.Sql;

/**
 * Lists of all articles in parts: headlines to search through and, for programs, {@code
 * index.json}. Articles are parted as they were first seen, so that a change rewrites one part.
 */
final class Indexes {
  /** Headlines on a page: so many are filtered at once on a phone. */
  static final int HEADLINES = 4_000;

  /** Articles in a file for programs. */
  static final int OBJECTS = 1_000;

  /** The script of the pages of headlines. */
  static final String SCRIPT = "search.js";

  private static final String SEARCH = "search.html";

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BEFORE_WORDS = Pattern.compile("^[^\\p{L}\\p{N}]+");

  private final Sql sql;

  Indexes(Ledger ledger) {
    this.sql = ledger.sql();
  }

  /** The unit of a page of headlines. */
  static String headlines(long part) {
    return "headlines " + part;
  }

  /** A file for programs, which is its own unit. */
  static String objectFile(long part) {
    return "index-" + (part + 1) + ".json";
  }

  static int parts(int articles, int size) {
    return Math.max(1, (articles + size - 1) / size);
  }

  /** The file of a page of headlines; the newest part is the one that others lead to. */
  static String file(int part, int parts) {
    return part == parts - 1 ? SEARCH : "search-" + (part + 1) + ".html";
  }

  /** {@code index.json}: which files have the articles. */
  static byte[] list(String title, String producer, int articles) {
    List<String> files = new ArrayList<>();
    for (int part = 0; part < parts(articles, OBJECTS); part++) {
      files.add(objectFile(part));
    }
    return StetJson.index(title, producer, articles, files).bytes();
  }

  /** A file with an object for each of its articles, as it was made with the article's pages. */
  byte[] objects(int part) {
    return StetJson.indexPart(
        sql.all(
            "SELECT p.json FROM article a JOIN piece p ON p.id = a.id"
                + " WHERE a.place >= ? AND a.place < ? ORDER BY a.place",
            r -> r.getString(1),
            (long) part * OBJECTS,
            (part + 1L) * OBJECTS));
  }

  private record Row(String headline, String html) {}

  /** A page of headlines. */
  byte[] search(Frame frame, int part, int articles) {
    int parts = parts(articles, HEADLINES);
    List<Row> rows =
        new ArrayList<>(
            sql.all(
                "SELECT a.headline, s.entry FROM article a JOIN shown s ON s.id = a.id"
                    + " WHERE a.place >= ? AND a.place < ? ORDER BY a.place",
                r -> new Row(folded(r.getString(1)), r.getString(2)),
                (long) part * HEADLINES,
                (part + 1L) * HEADLINES));
    rows.sort(Comparator.comparing(Row::headline));
    Map<String, List<String>> letters = new LinkedHashMap<>();
    rows.forEach(
        r -> letters.computeIfAbsent(letter(r.headline()), l -> new ArrayList<>()).add(r.html()));
    List<SearchView.Letter> shown = new ArrayList<>();
    letters.forEach((name, own) -> shown.add(new SearchView.Letter("l" + shown.size(), name, own)));
    return Pages.render(
        "search",
        new SearchView(
            frame,
            note(part, parts, rows.size(), articles),
            shown,
            part == 0 ? new Link("", "") : new Link(file(part - 1, parts), "articles seen earlier"),
            links(part, parts)));
  }

  private static String note(int part, int parts, int rows, int articles) {
    if (parts == 1) {
      return "All " + Numbers.of(articles, "article", "articles") + ", by headline.";
    }
    long from = (long) part * HEADLINES + 1;
    return "Articles "
        + Numbers.grouped(from)
        + " to "
        + Numbers.grouped(from + rows - 1)
        + " of "
        + Numbers.grouped(articles)
        + " as they were first seen, by headline.";
  }

  private static List<Link> links(int shown, int parts) {
    List<Link> links = new ArrayList<>();
    for (int part = parts - 1; parts > 1 && part >= 0; part--) {
      links.add(new Link(part == shown ? "" : file(part, parts), Numbers.grouped(part + 1)));
    }
    return links;
  }

  /** As headlines are sorted: without accents, case and what stands before the first letter. */
  private static String folded(String headline) {
    String plain =
        MARKS.matcher(Normalizer.normalize(headline, Normalizer.Form.NFKD)).replaceAll("");
    return BEFORE_WORDS.matcher(plain).replaceFirst("").toUpperCase(Locale.ROOT);
  }

  /** The heading that a folded headline stands under. */
  private static String letter(String headline) {
    int first = headline.isEmpty() ? ' ' : headline.codePointAt(0);
    if (!Character.isLetter(first)) {
      return "0–9";
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(first);
    return switch (script) {
      case LATIN, GREEK, CYRILLIC, HEBREW, ARABIC, ARMENIAN, GEORGIAN -> Character.toString(first);
      case HAN, HIRAGANA, KATAKANA -> "Chinese and Japanese";
      default ->
          script.name().charAt(0)
              + script.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
