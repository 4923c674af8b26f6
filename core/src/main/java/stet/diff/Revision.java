package stet.diff;

import java.util.List;

/**
 * The change from one version to another: every hunk of the body in reading order (kept ones
 * included), every changed field, and the counts. When it happened and where it stands among other
 * revisions is not its business.
 *
 * @param hunks in the order of the new text
 * @param fields changed fields, in the order of {@link FieldChange.Field}
 * @param counts words changed
 */
public record Revision(List<Hunk> hunks, List<FieldChange> fields, Counts counts) {
  public Revision {
    hunks = List.copyOf(hunks);
    fields = List.copyOf(fields);
  }

  /** Whether the two versions differ in nothing that is compared, spelling aside. */
  public boolean isEmpty() {
    return fields.isEmpty() && hunks.stream().noneMatch(Hunk::isChange);
  }
}
