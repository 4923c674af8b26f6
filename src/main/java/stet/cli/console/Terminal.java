package stet.cli.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What is known of the terminal. */
public final class Terminal {
  private static final int UNKNOWN = 120;

  private Terminal() {}

  /**
   * Whether a person's terminal is there to read from and to write to. From JDK 22 on there may be
   * a console without one, and what it has to say of that is not in JDK 17.
   */
  @SuppressWarnings("SystemConsoleNull") // What newer JDKs add is asked for below.
  public static boolean isAttached() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("java.io.Console.isTerminal", e);
    }
  }

  /** How many columns it has; 120 where that cannot be found out or there is none. */
  public static int columns(Console console) {
    int stated = number(System.getenv().getOrDefault("COLUMNS", ""));
    if (stated > 0 || !console.terminal() || !isAttached()) {
      return stated > 0 ? stated : UNKNOWN;
    }
    // Java has no call for it; stty asks the terminal that is its standard input.
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      boolean ended = stty.waitFor(1, TimeUnit.SECONDS);
      int found = ended ? number(size.substring(size.indexOf(' ') + 1)) : 0;
      return found > 0 ? found : UNKNOWN;
    } catch (IOException e) {
      return UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }

  private static int number(String text) {
    String digits = text.strip();
    return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
  }
}
