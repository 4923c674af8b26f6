package stet.report.page;

import java.util.List;

/**
 * The edits of one day.
 *
 * @param title the day in words
 * @param note what is listed
 * @param neighbours links to the days beside it that have edits, and to the calendar
 * @param edits a row each, as HTML: rows are kept as they were made
 * @param slight those in which no words changed
 * @param pages links to the further pages of a day with many edits
 */
public record DaysView(
    Frame frame,
    String title,
    String note,
    List<Link> neighbours,
    List<String> edits,
    List<String> slight,
    List<Link> pages) {

  /**
   * An edit as its day lists it.
   *
   * @param href the revision's page
   * @param said whether it was said, in its article's words of time
   * @param what what changed, in a sentence
   * @param when the window in words
   */
  public record Edit(
      String href, Phrase headline, String outlet, Chip said, SummaryLine what, String when) {
    public Edit {
      outlet = Shown.text(outlet);
    }
  }

  /**
   * Days with edits, by month.
   *
   * @param years links to the pages of other years
   */
  public record Calendar(Frame frame, String title, List<Link> years, List<Month> months) {}

  /** A month; weeks begin on Monday. */
  public record Month(String name, List<List<Day>> weeks) {}

  /**
   * A day of a calendar.
   *
   * @param number in its month, empty for a place that no day of the month has
   * @param href its page; empty where no edit was seen
   * @param said the day and its edits in words
   * @param edits how many there were, empty for none
   */
  public record Day(String number, String href, String said, String edits) {
    /** A place in a week that belongs to another month. */
    public static final Day NONE = new Day("", "", "", "");
  }
}
