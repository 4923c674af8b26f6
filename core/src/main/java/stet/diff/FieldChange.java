package stet.diff;

import java.util.List;

/**
 * A change outside the running text.
 *
 * @param field which field
 * @param before as it was, empty where it was not there
 * @param after as it is, empty where it is gone
 * @param deltas the words, for fields that are prose; for others one deletion and one insertion
 */
public record FieldChange(Field field, String before, String after, List<Delta> deltas) {
  /** Fields that are compared, in the order in which a page shows them. */
  public enum Field {
    HEADLINE,
    DEK,
    BYLINE,
    SECTION,
    PUBLISHED,
    UPDATED,
    REVIEWED,
    DATELINE,
    CAPTION,
    IMAGE,
    NOTICE;

    /** Whether the field is a date that the publisher states. */
    public boolean isStatedDate() {
      return this == PUBLISHED || this == UPDATED || this == REVIEWED;
    }
  }
}
