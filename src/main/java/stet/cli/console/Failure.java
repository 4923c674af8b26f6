package stet.cli.console;

import java.util.Objects;

/** Ends a command with one error line and an exit code. */
public final class Failure extends RuntimeException {
  private final int code;

  public Failure(int code, String message) {
    super(message);
    this.code = code;
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  public int code() {
    return code;
  }
}
