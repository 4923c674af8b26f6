package stet.report.page.live;

import java.util.List;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.TellingView;

/**
 * The newest edits, by day.
 *
 * @param name what the page shows
 * @param orders in which edits can be shown, each with its address; none at the one shown
 * @param older the address of the page with older ones, empty for none
 * @param latest the number of the latest change that it shows
 * @param nothing said where there is no edit; empty where there are some
 */
public record TodayView(
    Frame frame,
    String name,
    FilterForm filter,
    List<Link> orders,
    List<Day> days,
    String older,
    String latest,
    String nothing) {

  /** The edits first seen on a day. */
  public record Day(String name, List<Item> items) {}

  /**
   * An edit, or one edit that was made on several articles.
   *
   * @param edit with its most telling words
   * @param counts how many words changed, in words
   * @param why what its place in the order comes from; empty where that is its time
   * @param same the same edit on other articles
   */
  public record Item(TellingView edit, String counts, String why, List<TellingView> same) {}
}
