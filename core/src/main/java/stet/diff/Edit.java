package stet.diff;

import java.util.List;

/**
 * One change as a reader meets it: what stood there and what stands there now, with a little of
 * what is around it.
 *
 * @param place where in the article
 * @param hunk index of the hunk in the revision; -1 outside the body
 * @param paragraph number of the block from 1, in the new text where it is there; 0 outside the
 *     body
 * @param before the old words with the white space that went with them; empty for an insertion
 * @param after the new words with the white space that came with them; empty for a deletion
 * @param left up to a dozen words before it in the same block
 * @param right up to a dozen words after it
 * @param quoted whether it stands inside quotation marks
 * @param whole whether whole sentences or blocks came or went, rather than words within one
 * @param stretch where it is found in the revision
 */
public record Edit(
    Place place,
    int hunk,
    int paragraph,
    String before,
    String after,
    String left,
    String right,
    boolean quoted,
    boolean whole,
    Stretch stretch) {

  /**
   * Deltas that stand beside one another.
   *
   * @param deltas all of the field, or of the hunk
   * @param from the first of the edit's own
   * @param to the one after the last
   */
  public record Stretch(List<Delta> deltas, int from, int to) {}

  /** Where in the article, the most prominent first. */
  public enum Place {
    HEADLINE("the headline"),
    DEK("the standfirst"),
    LEDE("the first paragraph"),
    BODY("the text"),
    CAPTION("a caption"),
    BYLINE("the byline"),
    DATELINE("the dateline");

    private final String words;

    Place(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
