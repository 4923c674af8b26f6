package stet.report.page.live;

import java.util.List;
import stet.report.page.Frame;
import stet.report.page.Link;
import stet.report.page.NoteForm;
import stet.report.page.NoteView;
import stet.report.page.TellingView;
import stet.report.page.live.FilterForm.Choice;

/**
 * Edits to be judged, newest first.
 *
 * @param states which of them are shown, each with its address as value
 * @param items the edits
 * @param older the address of the page with older ones, empty for none
 * @param nothing said where there is no edit; empty where there are some
 * @param sheet the address of the same as a table
 * @param action where judgements are sent
 * @param desk for those who may judge; its token is empty for others
 */
public record ReviewView(
    Frame frame,
    FilterForm filter,
    List<Choice> states,
    List<Item> items,
    String older,
    String nothing,
    String sheet,
    String action,
    NoteForm.Desk desk) {
  /**
   * An edit, or one edit that was made on several articles.
   *
   * @param counts how many words changed, in words
   * @param same the same edit on other articles
   * @param edits what names all of them
   * @param notes what was said of the first
   */
  public record Item(
      TellingView edit,
      String counts,
      List<TellingView> same,
      List<String> edits,
      List<NoteView> notes) {}

  /** A button's name: the key that presses it, and what it says. */
  public List<Link> buttons() {
    return java.util.stream.IntStream.range(0, desk.verdicts().size())
        .mapToObj(i -> new Link(String.valueOf(i + 1), desk.verdicts().get(i)))
        .toList();
  }
}
