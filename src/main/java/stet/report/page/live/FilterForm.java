package stet.report.page.live;

import java.util.List;
import stet.report.page.Link;
import stet.report.page.Shown;

/**
 * The form that chooses among edits. All of it stands in the address, so that a choice can be kept
 * and passed on.
 *
 * @param outlets of the collection, or none where there are too many for a list
 * @param outlet the one chosen, empty for all
 * @param labels ways of disclosure
 * @param kinds kinds of change
 * @param language chosen, empty for all
 * @param since first day, ISO 8601, empty for none
 * @param until last day, ISO 8601, empty for none
 * @param words standing in what changed
 * @param atLeast words changed, empty for any
 * @param substantial whether cosmetic edits are left out
 * @param file of the page that the form asks for
 * @param kept what else stands in the address, name and value, and is not chosen here
 * @param chosen what is chosen, each with the address that takes it back
 */
public record FilterForm(
    List<Choice> outlets,
    String outlet,
    List<Choice> labels,
    List<Choice> kinds,
    String language,
    String since,
    String until,
    String words,
    String atLeast,
    boolean substantial,
    String file,
    List<Choice> kept,
    List<Link> chosen) {
  public FilterForm {
    outlet = Shown.text(outlet);
    language = Shown.text(language);
    words = Shown.text(words);
  }

  /**
   * One of several.
   *
   * @param value as it stands in the address
   * @param name as a person reads it
   */
  public record Choice(String value, String name, boolean chosen) {
    public Choice {
      name = Shown.text(name);
    }
  }
}
