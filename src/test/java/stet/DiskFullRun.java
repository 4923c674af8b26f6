package stet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Imports a folder into a disk that is too small by a random amount. After each import: the exit
 * code is that of a failure, the last line says why, the archive verifies clean, every capture that
 * was printed as safe is there. Then the disk is made larger, and the import ends as if nothing had
 * happened. Exit code 1 on the first thing that is not as it should be.
 */
public final class DiskFullRun {
  private final Path input;
  private final Path work;
  private final Path disk;
  private final int tries;
  private final Random random;

  private DiskFullRun(List<String> args) {
    Path shared = Path.of("../shared/data/versions/govuk-news");
    Path standard = Files.isDirectory(shared) ? shared : Path.of("snapshots/sample");
    this.input = Path.of(option(args, "--input", standard.toString()));
    this.work = Path.of(option(args, "--work", "target/disk-full"));
    this.disk = work.resolve("disk");
    this.tries = Integer.parseInt(option(args, "--tries", "20"));
    this.random = new Random(Long.parseLong(option(args, "--seed", "1")));
  }

  private static String option(List<String> args, String name, String standard) {
    int at = args.indexOf(name);
    return at < 0 ? standard : args.get(at + 1);
  }

  /** Runs the test. */
  public static void main(String[] args) throws Exception {
    DiskFullRun run = new DiskFullRun(Arrays.asList(args));
    try {
      run.run();
    } catch (KillRun.Failure e) {
      System.out.println("FAILED: " + e.getMessage() + "; seen in '" + run.disk + "'");
      System.exit(1);
    }
  }

  private void run() throws Exception {
    Files.createDirectories(disk);
    Path calm = work.resolve("calm");
    importInto(calm);
    CollectionRows expected = CollectionRows.of(calm);
    long whole = kilobytes(calm);
    System.out.printf("undisturbed import of '%s': %d kB%n", input, whole);
    int filled = 0;
    for (int i = 1; i <= tries; i++) {
      filled += attempt(i, whole, expected) ? 1 : 0;
    }
    System.out.printf(
        "%d imports into small disks, %d of them filled one; each said so, verified clean, lost"
            + " nothing and went on when there was room%n",
        tries, filled);
  }

  private boolean attempt(int number, long whole, CollectionRows expected) throws Exception {
    long size = 64 + random.nextLong(whole);
    mount("-t", "tmpfs", "-o", "size=" + size + "k", "tmpfs", disk.toString());
    try {
      Path home = disk.resolve("home");
      Set<String> acknowledged = new TreeSet<>();
      int code = importInto(home, acknowledged);
      String error = Files.readString(work.resolve("errors")).strip();
      System.out.printf(
          "%d: %d kB: exit %d, %d acknowledged: %s%n",
          number, size, code, acknowledged.size(), error.lines().reduce("", (a, b) -> b));
      KillRun.require(code == 0 || code == 3 || code == 4, "exit code " + code);
      KillRun.require(
          code != 3 || error.lines().reduce("", (a, b) -> b).matches("(?i)stet: .*(space|full).*"),
          "it did not say that the disk is full");
      KillRun.require(!error.contains("\tat "), "a stack trace was printed");
      mount("-o", "remount,size=" + 4 * whole + "k", disk.toString());
      if (Files.exists(home.resolve("stet.db"))) {
        check(home, acknowledged);
      } else {
        KillRun.require(acknowledged.isEmpty(), "captures were acknowledged without a database");
      }
      importInto(home);
      CollectionRows.of(home).requireSame(expected, "after the disk was full");
      return code == 3;
    } finally {
      run("umount", disk.toString());
    }
  }

  private void check(Path home, Set<String> acknowledged) throws Exception {
    int code = stet("verify", "--home", home.toString(), "--digests");
    KillRun.require(
        code == 0, "verify ended with exit code " + code + Files.readString(work.resolve("lines")));
    Set<String> lost = new TreeSet<>(acknowledged);
    lost.removeAll(CollectionRows.of(home).captures().keySet());
    KillRun.require(lost.isEmpty(), lost.size() + " acknowledged captures are lost");
  }

  private void importInto(Path home) throws Exception {
    int code = stet("import", input.toString(), "--home", home.toString());
    // 4: some files of the input are no pages and were refused.
    KillRun.require(code == 0 || code == 4, "an import with room ended with exit code " + code);
  }

  private int importInto(Path home, Set<String> acknowledged) throws Exception {
    int code = stet("import", input.toString(), "--home", home.toString(), "--json");
    try (Stream<String> lines = Files.lines(work.resolve("lines"))) {
      lines.forEach(line -> acknowledged.add(CollectionRows.key(line)));
    }
    return code;
  }

  private int stet(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("./stet"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectOutput(work.resolve("lines").toFile())
        .redirectError(work.resolve("errors").toFile())
        .start()
        .waitFor();
  }

  private static void mount(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(args));
    KillRun.require(run(command.toArray(String[]::new)) == 0, "no tmpfs can be mounted here");
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static long kilobytes(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes / 1024;
  }
}
