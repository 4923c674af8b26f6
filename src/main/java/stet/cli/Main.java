package stet.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine;
import stet.cli.console.Console;
import stet.cli.console.ExitCode;
import stet.cli.console.FileNames;
import stet.cli.console.SafeWriter;
import stet.cli.console.Terminal;

/** The program's entry point. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    String obstacle = FileNames.obstacle(System.getProperty("sun.jnu.encoding"), args);
    if (obstacle != null) {
      System.err.println("stet: " + obstacle);
      System.exit(ExitCode.FAILED);
    }
    boolean terminal = Terminal.isAttached();
    boolean colour = CommandLine.Help.Ansi.AUTO.enabled();
    // System.out would keep to itself that a disk is full or nobody reads on.
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.exit(run(System.in, out, System.err, Clock.systemUTC(), terminal, colour, args));
  }

  /**
   * Runs one command.
   *
   * @param in standard input
   * @param out results, in UTF-8
   * @param err progress and messages, in UTF-8
   * @param clock the time
   * @param terminal whether a person watches
   * @param colour whether results may be coloured
   * @param args the command line
   * @return the exit code, see docs/COMMANDS.md
   */
  public static int run(
      InputStream in,
      OutputStream out,
      OutputStream err,
      Clock clock,
      boolean terminal,
      boolean colour,
      String... args) {
    // What stet prints must not depend on where it runs: 1,203 is never 1.203.
    Locale.setDefault(Locale.ROOT);
    PrintWriter safe =
        new PrintWriter(new SafeWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    Console console = new Console(in, safe, writer(err), clock, terminal, colour);
    try {
      return Commands.execute(console, args);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  private static PrintWriter writer(OutputStream out) {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }
}
