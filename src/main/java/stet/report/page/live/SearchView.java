package stet.report.page.live;

import java.util.List;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.Phrase;
import stet.report.page.Run;
import stet.report.page.Shown;

/**
 * What was found of some words.
 *
 * @param query as typed; empty where nothing was asked
 * @param quotation whether it was looked for as a quotation rather than as words in a row
 * @param told how much was found, in a sentence
 * @param hits articles that ever said it, or have the nearest wording
 */
public record SearchView(
    Frame frame, String query, boolean quotation, String told, List<Hit> hits) {
  public SearchView {
    query = Shown.text(query);
  }

  /** An article. */
  public record Hit(String href, Phrase headline, String outlet, List<Stay> stays) {
    public Hit {
      outlet = Shown.text(outlet);
    }
  }

  /**
   * Versions in a row that say it.
   *
   * @param versions links to the first and the last of them
   * @param when since when, until when, and where in the page
   * @param runs the words in their context
   */
  public record Stay(List<Link> versions, String when, List<Run> runs, String lang) {}
}
