package stet.notes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet in which revisions are judged: a revision, and what somebody said of it or of
 * words in it, if anybody did.
 *
 * @param id of the annotation; empty where there is none yet
 * @param subject the revision, or the words in it
 * @param remark null where nothing is said
 * @param createdAt null where nothing was said
 * @param modifiedAt null where nothing was said
 * @param context what helps to judge it; not read again
 */
public record SheetRow(
    String id,
    Subject subject,
    @Nullable Remark remark,
    @Nullable Instant createdAt,
    @Nullable Instant modifiedAt,
    Context context) {
  /**
   * What stands beside a revision.
   *
   * @param outlet where it was published
   * @param headline as it reads now
   * @param version the number of the version that it led to; empty where it is not there any more
   * @param labels their ids
   * @param excerpt its most telling words
   */
  public record Context(
      String outlet, String headline, String version, String labels, String excerpt) {
    /** Nothing. */
    public static final Context NONE = new Context("", "", "", "", "");
  }

  /** An annotation as a row. */
  public static SheetRow of(Annotation annotation, Context context) {
    return new SheetRow(
        annotation.id(),
        annotation.subject(),
        annotation.remark(),
        annotation.createdAt(),
        annotation.modifiedAt(),
        context);
  }

  /** A revision of which nobody has said anything. */
  public static SheetRow open(Subject subject, Context context) {
    return new SheetRow("", subject, null, null, null, context);
  }
}
