package stet.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The front page, an outlet's page, and pages with nothing but a table.
 *
 * @param name what the page shows
 */
public record FrontView(Frame frame, String name, Above above, Table table) {
  public FrontView {
    name = Shown.text(name);
  }

  /**
   * What stands above the table.
   *
   * @param counts what there is, each with its denominator
   * @param days the last days with the number of their edits; empty where they are not told
   * @param telling lists of telling edits, the newest stretch before all time
   * @param kinds what was changed, by kind; empty on the front page
   * @param figures those of the outlet; null on the front page
   * @param outlets a line each; empty on an outlet's own page
   * @param moreOutlets where the outlets that are not listed are, without an address for none
   */
  public record Above(
      List<Count> counts,
      List<Day> days,
      List<Edits> telling,
      List<KindRow> kinds,
      @Nullable FiguresView figures,
      List<OutletRow> outlets,
      Link moreOutlets) {
    /** Nothing stands there. */
    public static final Above NOTHING =
        new Above(List.of(), List.of(), List.of(), List.of(), null, List.of(), new Link("", ""));
  }

  /**
   * The table of articles.
   *
   * @param note which articles the table holds and how it is ordered
   * @param chips what the rows can be filtered by, with how many would be left
   * @param rows an {@link ArticleRow} each, as HTML: rows are kept as they were made
   * @param orders links to other orders
   * @param pages links to the further pages of a long table
   */
  public record Table(
      String title,
      String note,
      List<Chip> chips,
      List<Row> rows,
      List<Link> orders,
      List<Link> pages) {}

  /** A day, its page where it has one, and how many edits were first seen on it. */
  public record Day(Link day, String edits) {}

  /** A number with what it counts. */
  public record Count(String number, String what) {}

  /**
   * A list of edits.
   *
   * @param id of its heading
   * @param note what they were chosen from
   */
  public record Edits(String id, String title, String note, List<TellingView> edits) {}

  /**
   * How often a kind of edit was seen.
   *
   * @param chip its label, without a count
   */
  public record KindRow(Chip chip, String revisions, String silent) {}

  /**
   * An outlet's line.
   *
   * @param unstated revisions of pages that state no update time
   * @param untold revisions of which it can't be told whether they were said
   * @param held revisions held as a new template
   * @param cut revisions that are perhaps none, since the page was perhaps cut off
   */
  public record OutletRow(
      Link outlet,
      String articles,
      String revised,
      String revisions,
      String silent,
      String unstated,
      String untold,
      String held,
      String cut,
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

  /**
   * An article's line as it stands in tables.
   *
   * @param kinds as {@link ArticleRow#kinds}
   */
  public record Row(String kinds, String html) {
    /** Whether one of its revisions carries the label of that id. */
    public boolean has(String label) {
      return (" " + kinds + " ").contains(" has-" + label + " ");
    }
  }
}
