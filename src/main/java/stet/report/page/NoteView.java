package stet.report.page;

import java.util.List;

/**
 * What a person said of a revision.
 *
 * @param id names it in the collection
 * @param verdict empty for none
 * @param important whether it is marked as such
 * @param lines of the note, empty for none
 * @param removed the words that are meant, as they were; empty for none
 * @param inserted the words that are meant, as they are; empty for none
 * @param by who said it and when
 */
public record NoteView(
    String id,
    String verdict,
    boolean important,
    List<String> lines,
    String removed,
    String inserted,
    String by) {
  public NoteView {
    verdict = Shown.text(verdict);
    lines = lines.stream().map(Shown::text).toList();
    removed = Shown.text(removed);
    inserted = Shown.text(inserted);
    by = Shown.text(by);
  }
}
