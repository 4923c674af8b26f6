package stet.track;

import java.util.Objects;

/** A collection cannot be used as asked; the message is one line for people. */
public final class CollectionException extends RuntimeException {
  /** What is in the way. */
  public enum Problem {
    /** There is no collection in that folder. */
    NONE_HERE,
    /** Another process is writing. */
    LOCKED,
    /** Its rows were made by another extractor or differ: they must be made again first. */
    OUTDATED,
    /** It cannot be read. */
    UNREADABLE
  }

  private final Problem problem;

  CollectionException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** What is in the way. */
  public Problem problem() {
    return problem;
  }
}
