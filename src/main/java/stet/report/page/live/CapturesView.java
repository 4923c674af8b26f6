package stet.report.page.live;

import java.util.List;
import stet.report.page.Frame;
import stet.report.page.Phrase;
import stet.report.page.Shown;

/**
 * The captures of an article.
 *
 * @param address of the article
 * @param counts how many there are, in a sentence
 * @param next address of the part after this one; empty for none
 */
public record CapturesView(
    Frame frame, Phrase address, String counts, List<Item> captures, String next) {
  /**
   * A capture.
   *
   * @param href its page
   * @param when it was captured
   * @param what it showed
   * @param note its address, status and source
   */
  public record Item(String href, String when, String what, String note) {
    public Item {
      what = Shown.text(what);
      note = Shown.text(note);
    }
  }
}
