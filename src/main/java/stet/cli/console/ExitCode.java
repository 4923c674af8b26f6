package stet.cli.console;

/** What a command's exit code says. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** Done, and there are findings: differences, verification failures. */
  public static final int FINDINGS = 1;

  /** The command line is not understood. */
  public static final int USAGE = 2;

  /** Failed; nothing was changed, or what was changed is named. */
  public static final int FAILED = 3;

  /** Partly done; each thing not done is named. */
  public static final int PARTLY = 4;

  /** There is no collection in that folder. */
  public static final int NO_COLLECTION = 10;

  /** Another process is writing to the collection. */
  public static final int LOCKED = 11;

  private ExitCode() {}
}
