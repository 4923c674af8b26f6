package stet.report.site;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stet.diff.Label;
import stet.report.page.DaysView;
import stet.report.page.FrontView;
import stet.report.page.Link;
import stet.report.view.DayViews;
import stet.report.view.FrameMaker;
import stet.report.words.Addresses;
import stet.report.words.Numbers;
import stet.report.words.Pages;
import stet.report.words.Times;
import stet.sqlite.Sql;

/** Pages of days with the edits first seen on them, and the calendar that leads to these pages. */
final class Days {
  private static final int ROWS = 200;

  /**
   * An edit as its day lists it.
   *
   * @param day in the report's zone
   * @param at when it was first seen
   * @param said id of the label that says whether it was said
   * @param slight whether a reader of the story would have read the same
   * @param html its row
   */
  record Edit(LocalDate day, Instant at, int version, String said, boolean slight, String html) {}

  private final Ledger ledger;
  private final Sql sql;

  /** The day whose pages are being made, which is put in order once for all of them. */
  private String ordered = "";

  private List<Long> order = List.of();

  Days(Ledger ledger) {
    this.ledger = ledger;
    this.sql = ledger.sql();
  }

  /** The unit of the pages of a day. */
  private static String unit(String day) {
    return "day " + day;
  }

  /** Puts these edits in the place of those that were kept of an article. */
  void put(long article, List<Edit> edits) {
    Map<String, String> before = rows(article);
    sql.update("DELETE FROM edit WHERE id = ?", article);
    for (Edit edit : edits) {
      sql.update(
          "INSERT INTO edit (id, day, slight, at, version, said, html) VALUES (?, ?, ?, ?, ?, ?, ?)",
          article,
          edit.day().toString(),
          edit.slight() ? 1 : 0,
          LedgerArticles.sortable(edit.at()),
          edit.version(),
          edit.said(),
          edit.html());
    }
    Map<String, String> after = rows(edits);
    Set<String> days = new HashSet<>(before.keySet());
    days.addAll(after.keySet());
    days.stream()
        .filter(day -> !after.getOrDefault(day, "").equals(before.getOrDefault(day, "")))
        .forEach(day -> ledger.forget(unit(day)));
  }

  private Map<String, String> rows(long article) {
    Map<String, String> rows = new HashMap<>();
    sql.all(
        "SELECT day, at, html FROM edit WHERE id = ? ORDER BY day, at, version",
        r -> rows.merge(r.getString(1), r.getString(2) + r.getString(3), String::concat),
        article);
    return rows;
  }

  private static Map<String, String> rows(List<Edit> edits) {
    Map<String, String> rows = new HashMap<>();
    edits.stream()
        .sorted(Comparator.comparing(Edit::at).thenComparing(Edit::version))
        .forEach(
            e ->
                rows.merge(
                    e.day().toString(),
                    LedgerArticles.sortable(e.at()) + e.html(),
                    String::concat));
    return rows;
  }

  /** How many edits there were on each day. */
  TreeMap<LocalDate, DayViews.Count> counts() {
    TreeMap<LocalDate, DayViews.Count> counts = new TreeMap<>();
    sql.all(
        "SELECT day, count(*), sum(said = ?) FROM edit GROUP BY day",
        r ->
            counts.put(
                LocalDate.parse(r.getString(1)), new DayViews.Count(r.getInt(2), r.getInt(3))),
        Label.Kind.SILENT.id());
    return counts;
  }

  /** Makes one of the pages that belong together. */
  interface Unit {
    /**
     * @param inputs what its pages are made from besides rows that forget them when they change
     */
    void write(String name, String inputs, Map<String, Page> pages) throws IOException;
  }

  /** What is on a page. */
  interface Page {
    byte[] render();
  }

  /** Goes through the pages of all days and of the calendar. */
  void pages(TreeMap<LocalDate, DayViews.Count> counts, FrameMaker frames, Times times, Unit unit)
      throws IOException {
    for (Map.Entry<LocalDate, DayViews.Count> day : counts.entrySet()) {
      LocalDate before = counts.lowerKey(day.getKey());
      LocalDate after = counts.higherKey(day.getKey());
      int edits = day.getValue().edits();
      Map<String, Page> pages = new TreeMap<>();
      for (int page = 0; page * ROWS < edits; page++) {
        int number = page;
        pages.put(
            Addresses.day(day.getKey(), page),
            () -> day(day.getKey(), day.getValue(), number, before, after, frames, times));
      }
      unit.write(unit(day.getKey().toString()), before + " " + after + " " + edits, pages);
    }
    List<Integer> years = DayViews.years(counts);
    for (int year : years) {
      String inputs =
          years + " " + counts.subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
      String file = calendar(year, years);
      unit.write("calendar " + year, inputs, Map.of(file, () -> calendar(counts, year, frames)));
    }
  }

  private byte[] day(
      LocalDate day,
      DayViews.Count count,
      int page,
      @Nullable LocalDate before,
      @Nullable LocalDate after,
      FrameMaker frames,
      Times times) {
    List<Row> rows = rows(day.toString(), page);
    String title = DayViews.name(day);
    DaysView view =
        new DaysView(
            frames.frame(title, "../", "../feed.xml", ""),
            title,
            count.words()
                + ". Edits stand under the day, in "
                + times.zoneName()
                + ", on which they were first seen, newest first; when they were made is told by"
                + " their windows.",
            neighbours(before, after),
            rows.stream().filter(r -> !r.slight()).map(Row::html).toList(),
            rows.stream().filter(Row::slight).map(Row::html).toList(),
            further(day, page, count.edits()));
    return Pages.render("day", view);
  }

  private record Row(boolean slight, String html) {}

  private List<Row> rows(String day, int page) {
    if (!day.equals(ordered)) {
      ordered = day;
      order = order(day);
    }
    List<Long> shown = order.subList(page * ROWS, Math.min(order.size(), (page + 1) * ROWS));
    Map<Long, Row> rows = new HashMap<>();
    sql.all(
        "SELECT rowid, slight, html FROM edit WHERE rowid IN (SELECT value FROM json_each(?))",
        r -> rows.put(r.getLong(1), new Row(r.getInt(2) > 0, r.getString(3))),
        shown.toString());
    return shown.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  /**
   * The edits of a day, those of one moment by address: their numbers say no more than which of
   * them came to the ledger first.
   */
  private List<Long> order(String day) {
    return sql.all(
        """
        SELECT e.rowid FROM edit e JOIN article a ON a.id = e.id WHERE e.day = ?
        ORDER BY e.slight, e.at DESC, a.uri, e.version DESC""",
        r -> r.getLong(1),
        day);
  }

  private static List<Link> neighbours(@Nullable LocalDate before, @Nullable LocalDate after) {
    List<Link> links = new ArrayList<>();
    if (before != null) {
      links.add(new Link("../" + Addresses.day(before, 0), "Earlier: " + DayViews.name(before)));
    }
    if (after != null) {
      links.add(new Link("../" + Addresses.day(after, 0), "Later: " + DayViews.name(after)));
    }
    links.add(new Link("../" + Addresses.CALENDAR, "Calendar"));
    return links;
  }

  private static List<Link> further(LocalDate day, int shown, int edits) {
    List<Link> links = new ArrayList<>();
    for (int page = 0; edits > ROWS && page * ROWS < edits; page++) {
      String href = page == shown ? "" : "../" + Addresses.day(day, page);
      links.add(new Link(href, Numbers.grouped(page + 1)));
    }
    return links;
  }

  private static String calendar(int year, List<Integer> years) {
    return year == years.get(0) ? Addresses.CALENDAR : "days-" + year + ".html";
  }

  private static byte[] calendar(
      TreeMap<LocalDate, DayViews.Count> counts, int year, FrameMaker frames) {
    List<Integer> years = DayViews.years(counts);
    List<Link> links =
        years.size() == 1
            ? List.of()
            : years.stream()
                .map(y -> new Link(y == year ? "" : calendar(y, years), String.valueOf(y)))
                .collect(Collectors.toList());
    return Pages.render(
        "calendar",
        new DaysView.Calendar(
            frames.top("Edits by day, " + year),
            "Edits by day, " + year,
            links,
            DayViews.months(counts, year)));
  }

  /** The last days, for the front page; empty where no edit was seen at all. */
  static List<FrontView.Day> lately(TreeMap<LocalDate, DayViews.Count> counts, LocalDate last) {
    return counts.isEmpty() ? List.of() : DayViews.lately(counts, last, "");
  }
}
