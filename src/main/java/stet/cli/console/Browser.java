package stet.cli.console;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;

/** The browser of whoever sits at this machine. */
public final class Browser {
  private Browser() {}

  /**
   * Shows an address there; says in one line where that cannot be done.
   *
   * @param address of http, without anything that a user typed but names of hosts
   */
  @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for the browser.
  public static void open(String address, Console console) {
    List<String> command = command(System.getProperty("os.name", ""), address);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      process
          .onExit()
          .thenAccept(
              p -> {
                if (p.exitValue() != 0) {
                  console.say(told(command) + " ended with " + p.exitValue());
                }
              });
    } catch (IOException e) {
      console.say(told(command) + " cannot be started");
    }
  }

  private static String told(List<String> command) {
    return "no browser was opened: '" + command.get(0) + "'";
  }

  /**
   * What shows an address on a system; no shell reads it.
   *
   * @param system as Java names it
   */
  static List<String> command(String system, String address) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of(name.startsWith("mac") ? "open" : "xdg-open", address);
  }
}
