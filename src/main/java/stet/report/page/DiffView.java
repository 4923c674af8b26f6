package stet.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a comparison: inline and side by side.
 *
 * @param name such as {@code Version 2 to 3}
 * @param masthead the article as it reads in the later version
 * @param neighbours other comparisons
 * @param revision what is told of the revision; its passages are not used
 * @param stretches the words, what did not change folded
 * @param whole whether all unchanged text is there, folded
 * @param left what stands on the left
 * @param right what stands on the right
 * @param shots pictures of both pages; null where there is none of one of them
 * @param noting where somebody may say something of it; null where nobody may
 */
public record DiffView(
    Frame frame,
    String name,
    Masthead masthead,
    List<Link> neighbours,
    RevisionView revision,
    List<Stretch> stretches,
    boolean whole,
    String left,
    String right,
    @Nullable Shots shots,
    @Nullable NoteForm noting) {
  /**
   * Pictures of two pages.
   *
   * @param old file of the older version's
   * @param now file of the newer version's
   */
  public record Shots(String old, String now) {}

  /** The same with pictures. */
  public DiffView with(Shots pictures) {
    return new DiffView(
        frame,
        name,
        masthead,
        neighbours,
        revision,
        stretches,
        whole,
        left,
        right,
        pictures,
        noting);
  }
}
