package stet.notify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision as a message shows it.
 *
 * @param version number of the version that it led to
 * @param notBefore when the old text was last seen, UTC; null where that is unknown
 * @param notAfter when the new text was first seen, UTC
 * @param labels as given when it was found, the one that says how it was disclosed first
 * @param where the most telling change stands, in words such as {@code the headline}; may be empty
 * @param excerpt the most telling change with a little around it; empty where no words changed
 * @param inserted how many words came
 * @param deleted how many words went
 * @param moved how many words moved
 * @param leftOut what else changed on the page and is not counted as an edit of the story, such as
 *     furniture, in words; empty where there was none
 * @param json the revision in the one form of JSON, an object as text
 */
public record Change(
    int version,
    @Nullable Instant notBefore,
    Instant notAfter,
    List<Tag> labels,
    String where,
    List<Mark> excerpt,
    int inserted,
    int deleted,
    int moved,
    List<String> leftOut,
    String json) {
  public Change {
    labels = List.copyOf(labels);
    excerpt = List.copyOf(excerpt);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A label.
   *
   * @param id as in data, such as {@code no-update-time}
   * @param name as people read it
   * @param detail what the rule saw; may be empty
   */
  public record Tag(String id, String name, String detail) {}

  /**
   * A piece of an excerpt.
   *
   * @param text as it stood on the page, white space included
   */
  public record Mark(Kind kind, String text) {
    /** What became of the piece. */
    public enum Kind {
      /** It stands in both texts. */
      KEPT,
      /** It went. */
      REMOVED,
      /** It came. */
      ADDED
    }
  }
}
