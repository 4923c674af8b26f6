package stet.cli;

/** What a command's exit code says. */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;

  /** Done, and there are findings: differences, verification failures. */
  static final int FINDINGS = 1;

  /** The command line is not understood. */
  static final int USAGE = 2;

  /** Failed; nothing was changed, or what was changed is named. */
  static final int FAILED = 3;

  /** Partly done; each thing not done is named. */
  static final int PARTLY = 4;

  /** There is no collection in that folder. */
  static final int NO_COLLECTION = 10;

  /** Another process is writing to the collection. */
  static final int LOCKED = 11;

  private ExitCode() {}
}
