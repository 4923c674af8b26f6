package stet.report.page;

import java.util.List;

/**
 * The front page, and an outlet's page.
 *
 * @param name what the page shows
 * @param counts what there is, each with its denominator
 * @param telling the most telling edits
 * @param outlets a line each; empty on an outlet's own page
 * @param moreOutlets where the outlets that are not listed are, without an address for none
 * @param articles an {@link ArticleRow} each, as HTML: rows are kept as they were made
 * @param tableNote which articles the table holds and how it is ordered
 * @param orders links to other orders
 * @param pages links to the further pages of a long table
 */
public record FrontView(
    Frame frame,
    String name,
    List<Count> counts,
    List<Chip> chips,
    List<TellingView> telling,
    List<OutletRow> outlets,
    Link moreOutlets,
    List<String> articles,
    String tableTitle,
    String tableNote,
    List<Link> orders,
    List<Link> pages) {
  public FrontView {
    name = Shown.text(name);
  }

  /** A number with what it counts. */
  public record Count(String number, String what) {}

  /** An outlet's line. */
  public record OutletRow(
      Link outlet,
      String articles,
      String revised,
      String revisions,
      String silent,
      String checks) {}

  /**
   * An article's line.
   *
   * @param kinds ids of the labels that its revisions carry, for the filter
   * @param strip its time strip, without words
   */
  public record ArticleRow(
      String href,
      Phrase headline,
      String outlet,
      String kinds,
      List<Chip> chips,
      String versions,
      String checks,
      String lastChange,
      String lastChangeIso,
      Strip strip) {
    public ArticleRow {
      outlet = Shown.text(outlet);
    }
  }
}
