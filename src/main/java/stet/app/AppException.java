package stet.app;

import java.util.Objects;

/** What was asked cannot be done, with one line for the person who asked. */
public final class AppException extends RuntimeException {
  /** Whose fault it is. */
  public enum Problem {
    /** The request is not understood, or names what there is not one of. */
    INVALID,
    /** The request is understood, and nothing is there that fits it. */
    NOT_FOUND,
    /** Something that the request needs, such as the settings, is wrong. */
    FAILED
  }

  private static final long serialVersionUID = 1;

  private final Problem problem;

  /**
   * @param message one line, without a full stop
   */
  public AppException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** Whose fault it is. */
  public Problem problem() {
    return problem;
  }

  /** That the request makes no sense. */
  public static AppException invalid(String message) {
    return new AppException(Problem.INVALID, message);
  }

  /** That there is no such thing. */
  public static AppException notFound(String message) {
    return new AppException(Problem.NOT_FOUND, message);
  }

  /** That something which is needed is wrong. */
  public static AppException failed(String message) {
    return new AppException(Problem.FAILED, message);
  }
}
