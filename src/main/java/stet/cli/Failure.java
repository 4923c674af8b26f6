package stet.cli;

/** Ends a command with one error line and an exit code. */
final class Failure extends RuntimeException {
  private final int code;

  Failure(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }
}
