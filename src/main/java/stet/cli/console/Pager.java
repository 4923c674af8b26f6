package stet.cli.console;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows results page by page as git does: on a terminal only, with {@code $STET_PAGER}, {@code
 * $PAGER} or {@code less}, and not at all where that is {@code cat} or empty.
 */
public final class Pager implements AutoCloseable {
  private static final String DEFAULT = "less";

  /** Quit where all fits one screen, pass colours on, leave the screen as it is. */
  private static final String LESS = "FRX";

  private final Console console;
  private final @Nullable Process process;

  private Pager(Console console, @Nullable Process process) {
    this.console = console;
    this.process = process;
  }

  public static Pager none(Console console) {
    return new Pager(console, null);
  }

  public static Pager open(Console console, Map<String, String> environment) {
    String command = command(environment);
    // A test may say that it is a terminal; a pager needs a real one.
    boolean wanted = console.terminal() && Terminal.isAttached() && !command.isEmpty();
    return wanted ? through(console, command) : none(console);
  }

  /** The pager that the environment names; empty for none. */
  static String command(Map<String, String> environment) {
    String named =
        environment.getOrDefault("STET_PAGER", environment.getOrDefault("PAGER", DEFAULT));
    return named.isBlank() || named.strip().equals("cat") ? "" : named;
  }

  /** Sends what is printed through a shell command, or nowhere else where it does not start. */
  static Pager through(Console console, String command) {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putIfAbsent("LESS", LESS);
    try {
      Process process = builder.start();
      PrintWriter out =
          new PrintWriter(
              new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
      Console paged =
          new Console(
              console.in(),
              out,
              console.err(),
              console.clock(),
              console.terminal(),
              console.colour());
      return new Pager(paged, process);
    } catch (IOException e) {
      return none(console);
    }
  }

  /** Where results go. */
  public Console console() {
    return console;
  }

  /** Waits until the reader has finished. */
  @Override
  public void close() {
    console.out().flush();
    if (process == null) {
      return;
    }
    console.out().close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
