package stet.report.page;

import java.util.List;

/**
 * The most telling edit of an article.
 *
 * @param href the revision's page, relative to the page that shows it
 * @param headline of the article as it reads now
 * @param outlet where it was published
 * @param chips whether it was said, and what kind of edit these words are
 * @param beside what else the same revision did, in words; may be empty
 * @param where the field or passage that the words are from
 * @param runs the words in context
 * @param lang their BCP 47 tag, empty when unknown
 * @param dir their direction
 * @param when the window in words
 */
public record TellingView(
    String href,
    Phrase headline,
    String outlet,
    List<Chip> chips,
    String beside,
    String where,
    List<Run> runs,
    String lang,
    String dir,
    String when) {
  /** The label that says whether it was said, as a class; empty where there is none. */
  public String by() {
    return chips.isEmpty() ? "" : "by-" + chips.get(0).id();
  }

  /**
   * The same for a page elsewhere.
   *
   * @param way from that page to the one that this is for
   */
  public TellingView from(String way) {
    return new TellingView(
        way + href, headline, outlet, chips, beside, where, runs, lang, dir, when);
  }

  public TellingView {
    outlet = Shown.text(outlet);
  }
}
