package stet.report.view;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stet.diff.tell.Summary;
import stet.report.page.Chip;
import stet.report.page.DaysView;
import stet.report.page.FrontView;
import stet.report.page.Link;
import stet.report.page.Phrase;
import stet.report.page.SummaryLine;
import stet.report.words.Addresses;
import stet.report.words.Chips;
import stet.report.words.Numbers;
import stet.report.words.Times;
import stet.text.Capitals;
import stet.timeline.Entry;

/** Days with what was first seen on them, and calendars of such days. */
public final class DayViews {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.US);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);
  private static final int WEEK = 7;

  private final Times times;

  public DayViews(Times times) {
    this.times = times;
  }

  /**
   * How many edits were first seen on a day.
   *
   * @param edits all of them
   * @param silent those of them that carry the label
   */
  public record Count(int edits, int silent) {
    /** {@code 3 edits, 1 silent}. */
    public String words() {
      return Numbers.of(edits, "edit", "edits")
          + (silent == 0 ? "" : ", " + Numbers.grouped(silent) + " silent");
    }
  }

  /**
   * An edit as its day lists it.
   *
   * @param summary what is told of it
   * @param folder the article's folder, from the page that shows it
   */
  public DaysView.Edit edit(
      Entry.Revised revised,
      List<Summary.Line> summary,
      Phrase headline,
      String outlet,
      String folder) {
    Chip said = Chips.disclosed(revised);
    List<SummaryLine> lines = SummaryLines.plain(SummaryLines.sentences(summary));
    return new DaysView.Edit(
        folder + Addresses.revision(revised.version()),
        headline,
        outlet,
        said,
        lines.get(0),
        Capitals.withoutFirst(times.window(revised.window()).plain()));
  }

  /** {@code Saturday, 14 March 2026}. */
  public static String name(LocalDate day) {
    return NAME.format(day);
  }

  /**
   * The last days to the last check, newest first.
   *
   * @param root the way to the site's first folder
   */
  public static List<FrontView.Day> lately(
      Map<LocalDate, Count> counts, LocalDate last, String root) {
    List<FrontView.Day> days = new ArrayList<>();
    for (int i = 0; i < WEEK; i++) {
      LocalDate day = last.minusDays(i);
      Count count = counts.get(day);
      days.add(
          count == null
              ? new FrontView.Day(new Link("", name(day)), "no edit seen")
              : new FrontView.Day(
                  new Link(root + Addresses.day(day, 0), name(day)), count.words()));
    }
    return days;
  }

  /** The years in which there are edits, newest first. */
  public static List<Integer> years(SortedMap<LocalDate, Count> counts) {
    TreeSet<Integer> years = new TreeSet<>();
    counts.keySet().forEach(day -> years.add(day.getYear()));
    return List.copyOf(years.descendingSet());
  }

  /** The months of a year in which there are edits, newest first. */
  public static List<DaysView.Month> months(SortedMap<LocalDate, Count> counts, int year) {
    TreeMap<YearMonth, Boolean> months = new TreeMap<>();
    counts.keySet().stream()
        .filter(day -> day.getYear() == year)
        .forEach(day -> months.put(YearMonth.from(day), true));
    return months.descendingKeySet().stream().map(month -> month(month, counts)).toList();
  }

  private static DaysView.Month month(YearMonth month, Map<LocalDate, Count> counts) {
    List<List<DaysView.Day>> weeks = new ArrayList<>();
    List<DaysView.Day> week = new ArrayList<>();
    LocalDate first = month.atDay(1);
    for (int i = DayOfWeek.MONDAY.getValue(); i < first.getDayOfWeek().getValue(); i++) {
      week.add(DaysView.Day.NONE);
    }
    for (LocalDate day = first; !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
      week.add(day(day, counts.get(day)));
      if (week.size() == WEEK) {
        weeks.add(List.copyOf(week));
        week.clear();
      }
    }
    while (!week.isEmpty() && week.size() < WEEK) {
      week.add(DaysView.Day.NONE);
    }
    if (!week.isEmpty()) {
      weeks.add(List.copyOf(week));
    }
    return new DaysView.Month(MONTH.format(month), weeks);
  }

  private static DaysView.Day day(LocalDate day, @Nullable Count count) {
    String number = String.valueOf(day.getDayOfMonth());
    return count == null
        ? new DaysView.Day(number, "", "", "")
        : new DaysView.Day(
            number,
            Addresses.day(day, 0),
            name(day) + ": " + count.words(),
            Numbers.grouped(count.edits()));
  }
}
