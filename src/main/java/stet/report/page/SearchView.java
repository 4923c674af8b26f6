package stet.report.page;

import java.util.List;

/**
 * Headlines and outlets of many articles, in the order of the alphabet.
 *
 * @param note which articles are on the page
 * @param letters the headlines by their first letters
 * @param more the page on which a search goes on; without an address for none
 * @param pages links to all such pages
 */
public record SearchView(
    Frame frame, String note, List<Letter> letters, Link more, List<Link> pages) {

  /**
   * @param id of its heading
   * @param rows an article each, as HTML: rows are kept as they were made
   */
  public record Letter(String id, String name, List<String> rows) {}

  /** An article's row. */
  public record Article(String href, Phrase headline, String outlet) {
    public Article {
      outlet = Shown.text(outlet);
    }
  }
}
