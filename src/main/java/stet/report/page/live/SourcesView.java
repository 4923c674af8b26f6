package stet.report.page.live;

import java.util.List;
import stet.report.page.Frame;
import stet.report.page.Link;

/** The outlets of a collection. */
public record SourcesView(Frame frame, List<Row> rows) {
  /**
   * An outlet.
   *
   * @param outlet its name and its edits
   * @param figures the address of its figures
   * @param articles how many of it are in the collection
   * @param revised how many of those were seen to change
   * @param revisions how many revisions of them were seen
   * @param checks how often they were looked at
   * @param last the last check, in words
   */
  public record Row(
      Link outlet,
      String figures,
      String articles,
      String revised,
      String revisions,
      String checks,
      String last) {}
}
