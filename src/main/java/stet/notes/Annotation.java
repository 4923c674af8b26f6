package stet.notes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/**
 * What a person said of a revision, or of words in it.
 *
 * @param id names it in every collection: a UUID in lower case
 * @param createdAt when it was first said, UTC
 * @param modifiedAt when it was last changed, UTC; of two with one id the later counts
 */
public record Annotation(
    String id, Subject subject, Remark remark, Instant createdAt, Instant modifiedAt) {
  /**
   * @throws IllegalArgumentException when the id is none, with a sentence for a person
   */
  public Annotation {
    id = name(id);
  }

  /**
   * The name of an annotation as it is kept.
   *
   * @throws IllegalArgumentException when it is none, with a sentence for a person
   */
  public static String name(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    if (!name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new IllegalArgumentException("The name of the annotation is no UUID.");
    }
    return name;
  }

  /** One that is said now. */
  public static Annotation of(Subject subject, Remark remark, Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MILLIS);
    return new Annotation(UUID.randomUUID().toString(), subject, remark, at, at);
  }

  /** Whether somebody has judged the revision by it. */
  public boolean isVerdict() {
    return !remark.verdict().isEmpty();
  }
}
