package stet.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One target as {@code bench/fuzz} runs it under Jazzer, which calls the methods by their names.
 */
public final class Fuzzed {
  private static final HexFormat ESCAPED = HexFormat.of().withPrefix("\\x");

  private static FuzzTarget target;

  private Fuzzed() {}

  /**
   * Without arguments prints the names of all targets; with a name and a folder puts the target's
   * seeds there, and beside it its words as a dictionary.
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      targets().forEach(System.out::println);
      return;
    }
    FuzzTarget chosen = target(args[0]);
    Path folder = Files.createDirectories(Path.of(args[1]));
    for (int i = 0; i < chosen.seeds().size(); i++) {
      Files.write(folder.resolve("seed-" + i), chosen.seeds().get(i));
    }
    List<String> words = new ArrayList<>(List.of("# Jazzer wants a line at least."));
    chosen.words().forEach(w -> words.add('"' + ESCAPED.formatHex(w.getBytes(UTF_8)) + '"'));
    Files.write(Path.of(args[1] + ".dict"), words);
  }

  /** Chooses the target. */
  public static void fuzzerInitialize(String[] args) throws IOException {
    target = target(args[0]);
  }

  /** Tries one input; Jazzer keeps what fails, and watches time and memory itself. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    target.reading().read(input);
  }

  private static List<FuzzTarget> targets() throws IOException {
    Path scratch = Files.createTempDirectory("stet-fuzz");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(scratch.toFile())));
    return FuzzTargets.all(scratch);
  }

  private static FuzzTarget target(String name) throws IOException {
    return targets().stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no target '" + name + "'"));
  }

  private static void delete(File file) {
    File[] children = file.listFiles();
    for (File child : children == null ? new File[0] : children) {
      delete(child);
    }
    file.delete();
  }
}
