package stet.cli.console;

/** Ends a command with one error line and an exit code. */
public final class Failure extends RuntimeException {
  private final int code;

  public Failure(int code, String message) {
    super(message);
    this.code = code;
  }

  public int code() {
    return code;
  }
}
