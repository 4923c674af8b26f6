package stet.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import picocli.CommandLine;
import stet.cli.console.Console;

/** Runs commands as a user would, without a process. */
public final class Cli {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-02T09:00:00Z"), ZoneOffset.UTC);

  private Cli() {}

  /** What a command left: its exit code and what it printed. */
  public record Result(int code, String out, String err) {}

  public static Result run(Object... args) {
    return run(CLOCK, args);
  }

  /** Runs a command at another time. */
  public static Result run(Clock clock, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] words = new String[args.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = args[i].toString();
    }
    int code =
        Main.run(new ByteArrayInputStream(new byte[0]), out, err, clock, false, false, words);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs a command on a collection. */
  static Result in(Path home, Clock clock, String... args) {
    return run(clock, Stream.concat(Stream.of(args), Stream.of("--home", home)).toArray());
  }

  /** All commands, none of which is run. */
  static CommandLine commandLine() {
    Console none =
        new Console(
            InputStream.nullInputStream(),
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            CLOCK,
            false,
            false);
    return Commands.of(none);
  }

  /** Names of all commands that there are. */
  static Set<String> commands() {
    return new TreeSet<>(commandLine().getSubcommands().keySet());
  }

  /** What is checked of a command with some arguments. */
  interface Check {
    void of(String command, List<String> words) throws IOException;
  }

  /** A test for each way of each command. */
  static Stream<DynamicTest> tests(Map<String, List<List<String>>> ways, Check check) {
    return ways.entrySet().stream()
        .flatMap(
            e ->
                e.getValue().stream()
                    .map(
                        words ->
                            DynamicTest.dynamicTest(
                                e.getKey() + " " + String.join(" ", words),
                                () -> check.of(e.getKey(), words))));
  }
}
