package stet.notify.channel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the program of a command is there. */
final class CommandFile {
  private CommandFile() {}

  /** What is wrong where a command line stands in the place of a program; empty for nothing. */
  static String split(List<String> command, Path home) {
    String program = command.get(0).strip();
    if (command.size() > 1 || !program.matches(".*\\s.*") || isThere(home, command.get(0))) {
      return "";
    }
    String list =
        Arrays.stream(program.split("\\s+"))
            .map(word -> '"' + word + '"')
            .collect(Collectors.joining(", ", "[", "]"));
    return "'" + program + "' must be a list, since no shell reads it: " + list;
  }

  private static boolean isThere(Path home, String program) {
    try {
      return Files.exists(home.resolve(program));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Why a program cannot be started; empty where nothing speaks against it. */
  static String problem(String program, Path home, UnaryOperator<@Nullable String> environment) {
    Path file = find(program, home, environment);
    if (file == null || !Files.exists(file)) {
      return "there is no program '" + program + "'; name it with its path";
    } else if (Files.isDirectory(file)) {
      return "'" + program + "' is a folder; name a program";
    }
    return Files.isExecutable(file)
        ? ""
        : "'" + program + "' is not executable; run 'chmod +x' on it";
  }

  /** The file of a program, which is looked for in PATH where it has no folder; null for none. */
  static @Nullable Path find(
      String program, Path home, UnaryOperator<@Nullable String> environment) {
    try {
      if (program.contains("/") || program.contains(File.separator)) {
        return home.resolve(program);
      }
      String path = environment.apply("PATH");
      for (String folder : (path == null ? "" : path).split(File.pathSeparator)) {
        Path file = Path.of(folder).resolve(program);
        if (!folder.isEmpty() && Files.isRegularFile(file)) {
          return file;
        }
      }
      return null;
    } catch (InvalidPathException e) {
      return null;
    }
  }
}
