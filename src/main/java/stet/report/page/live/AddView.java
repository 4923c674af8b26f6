package stet.report.page.live;

import java.util.List;
import stet.report.page.Frame;
import stet.report.page.Shown;

/**
 * Where addresses are given that are to be checked, and what came of them.
 *
 * @param typed what stands in the field
 * @param bookmarklet a {@code javascript:} address to be kept in a browser, in which nothing has to
 *     be escaped in HTML; empty where none is offered
 * @param told what came of all of them, in a sentence; empty where nothing was asked for
 * @param found what came of each
 * @param token what the form sends along
 */
public record AddView(
    Frame frame, String typed, String bookmarklet, String told, List<Found> found, String token) {
  public AddView {
    typed = Shown.text(typed);
    found = List.copyOf(found);
  }

  /** Whether something of what was found can still be chosen. */
  public boolean offers() {
    return found.stream().anyMatch(f -> f.list() || f.anyway());
  }

  /**
   * What came of an address.
   *
   * @param outcome in a word or two
   * @param note more of it; empty for none
   * @param href of what is kept of it, from the site's first folder; empty for none
   * @param list whether it can be watched as a list
   * @param chosen whether that is what is likely wanted
   * @param anyway whether it can be tracked as an article all the same
   */
  public record Found(
      String uri,
      String outcome,
      String note,
      String href,
      boolean list,
      boolean chosen,
      boolean anyway) {
    public Found {
      note = Shown.text(note);
    }

    /** The address as it is shown. */
    public String shown() {
      return Shown.text(uri);
    }
  }
}
