package stet.cli.console;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import stet.text.SafeText;

/**
 * All that a command touches of the world outside the collection.
 *
 * @param in standard input
 * @param out results
 * @param err progress and messages
 * @param clock the time
 * @param terminal whether {@code out} and {@code err} are shown on a terminal
 * @param colour whether {@code out} may carry colours
 */
public record Console(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Clock clock,
    boolean terminal,
    boolean colour) {

  /** Prints one message line. */
  public void say(String message) {
    err.println("stet: " + SafeText.withoutUsers(Plain.line(message)));
    err.flush();
  }
}
