package stet.report.page;

import java.util.List;

/**
 * A revision as shown on the article's page and on its own.
 *
 * @param id its anchor
 * @param name such as {@code Version 2 to 3}
 * @param href its own page
 * @param chips its labels
 * @param when its window
 * @param stated what the page itself said about the time of the change, empty for nothing
 * @param summary what changed, a line each
 * @param counts words added, removed, moved and kept
 * @param passages the words
 * @param slight whether no words changed, so that the passages are folded away among others
 * @param links to the version and the capture
 * @param notes what people said of it
 * @param cut said where text was left out for its size, empty otherwise
 */
public record RevisionView(
    String id,
    String name,
    String href,
    List<Chip> chips,
    When when,
    String stated,
    List<SummaryLine> summary,
    String counts,
    List<Passage> passages,
    boolean slight,
    List<Link> links,
    List<NoteView> notes,
    String cut) {
  /** Whether any passage is more than a fold over unchanged text. */
  public boolean hasMarks() {
    return passages.stream().anyMatch(p -> p.kind() != Passage.Kind.FOLD);
  }
}
