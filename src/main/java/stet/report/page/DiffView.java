package stet.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a comparison: inline and side by side.
 *
 * @param name such as {@code Version 2 to 3}
 * @param back to the article
 * @param headline of the article as it reads in the later version
 * @param neighbours other comparisons
 * @param revision the words in one column, unchanged passages included
 * @param rows the same in two columns
 * @param left what stands on the left
 * @param right what stands on the right
 * @param noting where somebody may say something of it; null where nobody may
 */
public record DiffView(
    Frame frame,
    String name,
    Link back,
    Phrase headline,
    List<Link> neighbours,
    RevisionView revision,
    List<Row> rows,
    String left,
    String right,
    @Nullable NoteForm noting) {
  /**
   * Two passages that belong beside each other.
   *
   * @param before empty where the passage is new
   * @param after empty where it is gone
   * @param same whether nothing changed
   */
  public record Row(List<Passage> before, List<Passage> after, boolean same) {}
}
