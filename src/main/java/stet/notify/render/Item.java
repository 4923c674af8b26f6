package stet.notify.render;

import java.util.List;
import stet.notify.Change.Mark;

/**
 * A finding in words that are fit to be shown: one line each, inert, of bounded length. A way of
 * rendering has only to escape them. What is not known is empty.
 *
 * @param lead outlet and headline
 * @param sentence what happened
 * @param standing what no longer holds of it
 * @param labels how it was labelled, with what that means
 * @param where the most telling change stands
 * @param excerpt that change; white space is single spaces
 * @param lang BCP 47 tag of the article's words; empty when unknown
 * @param dir the direction in which they run: {@code ltr}, {@code rtl} or {@code auto}
 * @param amount how many words
 * @param when between which checks
 * @param leftOut what else changed and is not counted
 * @param words those that the rule asked for and that are there
 * @param alike other articles with the same edit
 * @param uri address at the publisher, http or https and safe in any markup; empty for none
 * @param link the page that shows the finding, likewise
 */
record Item(
    String lead,
    String sentence,
    String standing,
    List<Tagged> labels,
    String where,
    List<Mark> excerpt,
    String lang,
    String dir,
    String amount,
    String when,
    String leftOut,
    String words,
    List<Also> alike,
    String uri,
    String link) {
  Item {
    labels = List.copyOf(labels);
    excerpt = List.copyOf(excerpt);
    alike = List.copyOf(alike);
  }

  /**
   * A label.
   *
   * @param meaning its rule in a sentence; empty where it does not hold any more
   */
  record Tagged(String name, String meaning) {}

  /** Another article. */
  record Also(String lead, String uri) {}
}
