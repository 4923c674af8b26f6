package stet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs in a process of their own, which a test can kill. */
public final class OwnProcess {
  private OwnProcess() {}

  /**
   * Stet as it stands in the class path, with the quick compiler alone, as it lives for moments.
   */
  public static ProcessBuilder stet(String... arguments) {
    return java("stet.cli.Main", arguments);
  }

  /** Any class with a main method. */
  public static ProcessBuilder java(String main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
