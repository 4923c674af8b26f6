package stet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Imports a folder again and again, kills the process (SIGKILL) at a random moment each time, and
 * checks after every kill that the archive is sound and that every capture the process had printed
 * as safe is there. Ends with a whole import and a rebuild, both compared with an import that
 * nobody disturbed. Exit code 1 on the first thing that is not as it should be.
 */
public final class KillRun {
  private final Path input;
  private final Path work;
  private final int kills;
  private final int noise;
  private final Random random;
  private final Set<String> acknowledged = new TreeSet<>();
  private int killed;
  private int killedWhileWorking;
  private int runs;
  private int collections;
  private int unfinished;
  private Path home;

  private KillRun(List<String> args) {
    Path shared = Path.of("../shared/data/versions/govuk-news");
    Path standard = Files.isDirectory(shared) ? shared : Path.of("snapshots/sample");
    this.kills = Integer.parseInt(option(args, "--kills", "50"));
    this.random = new Random(Long.parseLong(option(args, "--seed", "1")));
    this.work = Path.of(option(args, "--work", "target/kill-test"));
    this.noise = Integer.parseInt(option(args, "--noise", "0"));
    this.input =
        noise > 0 ? work.resolve("noise") : Path.of(option(args, "--input", standard.toString()));
  }

  private static String option(List<String> args, String name, String standard) {
    int at = args.indexOf(name);
    return at < 0 ? standard : args.get(at + 1);
  }

  /** Runs the test. */
  public static void main(String[] args) throws Exception {
    KillRun run = new KillRun(Arrays.asList(args));
    try {
      run.run();
    } catch (Failure e) {
      System.out.println("FAILED: " + e.getMessage() + "; seen in '" + run.home + "'");
      System.exit(1);
    }
  }

  private void run() throws Exception {
    delete(work);
    Files.createDirectories(work);
    makeNoise();
    Path calm = work.resolve("calm");
    importAll(calm);
    CollectionRows expected = CollectionRows.of(calm);
    System.out.printf("undisturbed import of '%s': %d captures%n", input, expected.size());
    begin();
    while (killed < kills) {
      killOne();
      check(expected);
    }
    finish(expected);
    System.out.printf(
        "%d kills in %d runs over %d collections, %d of them after something new had been"
            + " acknowledged; %d times an unfinished record was left; nothing lost, verify clean"
            + " each time%n",
        killed, runs, collections, killedWhileWorking, unfinished);
  }

  /** Large pages without text are quickly read: nearly every kill meets the archive writing. */
  private void makeNoise() throws IOException {
    for (int i = 0; i < noise; i++) {
      byte[] bytes = new byte[3_000_000];
      new Random(i).nextBytes(bytes);
      Path page = input.resolve("page").resolve("%03d__2026-03-01T10-00-00Z.html".formatted(i));
      Files.createDirectories(page.getParent());
      Files.write(page, bytes);
    }
  }

  private void begin() {
    collections++;
    home = work.resolve("home" + collections);
    acknowledged.clear();
  }

  private void killOne() throws Exception {
    Path lines = work.resolve("lines");
    Files.deleteIfExists(lines);
    Process process = stet(lines, "import", input.toString(), "--home", home.toString(), "--json");
    long begun = System.nanoTime();
    boolean ended = waitForMoment(process, lines);
    process.destroyForcibly().waitFor();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    runs++;
    int before = acknowledged.size();
    for (String line : Files.readString(lines).split("(?<=\n)")) {
      if (line.endsWith("\n")) {
        acknowledged.add(CollectionRows.key(line));
      }
    }
    int fresh = acknowledged.size() - before;
    System.out.printf(
        "run %d: %s after %d ms, %d acknowledged, %d of them new%n",
        runs, ended ? "ended" : "killed", millis, acknowledged.size(), fresh);
    if (!ended) {
      killed++;
      killedWhileWorking += fresh > 0 ? 1 : 0;
    } else {
      require(process.exitValue() == 0, "an import ended with exit code " + process.exitValue());
    }
  }

  /**
   * Waits for a random moment: in a third of the runs while the process starts, opens the
   * collection and mends what the last kill left; else some time after it has acknowledged some
   * captures more. Returns whether the process ended before.
   */
  private boolean waitForMoment(Process process, Path lines) throws Exception {
    if (random.nextInt(3) > 0) {
      long wanted = acknowledged.size() + (long) random.nextInt(100);
      while (process.isAlive() && lineCount(lines) < wanted) {
        Thread.sleep(5);
      }
      return process.waitFor(random.nextInt(1_000), TimeUnit.MILLISECONDS);
    }
    return process.waitFor(random.nextInt(4_000), TimeUnit.MILLISECONDS);
  }

  private static long lineCount(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }

  /** Looks at the collection as the kill left it, then begins another when all is imported. */
  private void check(CollectionRows expected) throws Exception {
    if (!Files.exists(home.resolve("stet.db"))) {
      require(acknowledged.isEmpty(), "captures were acknowledged and there is no database");
      return;
    }
    String said = verify("--digests");
    unfinished += said.contains("never acknowledged") ? 1 : 0;
    CollectionRows rows = CollectionRows.of(home);
    Set<String> lost = new TreeSet<>(acknowledged);
    lost.removeAll(rows.captures().keySet());
    require(lost.isEmpty(), lost.size() + " acknowledged captures are lost, such as " + lost);
    rows.requireReadable(home, acknowledged);
    if (acknowledged.size() == expected.size()) {
      finish(expected);
      begin();
    }
  }

  private void finish(CollectionRows expected) throws Exception {
    importAll(home);
    verify("--rebuild");
    CollectionRows rows = CollectionRows.of(home);
    rows.requireSame(expected, "after killed imports");
    Path lines = work.resolve("lines");
    require(stet(lines, "rebuild", "--home", home.toString()).waitFor() == 0, "rebuild failed");
    CollectionRows.of(home).requireSame(expected, "after a rebuild");
    verify("--digests");
  }

  private String verify(String depth) throws Exception {
    Path lines = work.resolve("verified");
    int code = stet(lines, "verify", "--home", home.toString(), depth).waitFor();
    String said = Files.readString(lines) + Files.readString(work.resolve("errors"));
    require(code == 0, "verify " + depth + " ended with exit code " + code + ": " + said);
    return said;
  }

  private void importAll(Path target) throws Exception {
    Path lines = work.resolve("lines");
    int code = stet(lines, "import", input.toString(), "--home", target.toString()).waitFor();
    // 4: some files of the input are no pages and were refused.
    require(code == 0 || code == 4, "the whole import ended with exit code " + code);
  }

  private Process stet(Path out, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of("./stet"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(work.resolve("errors").toFile())
        .start();
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Failure(otherwise);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Something is not as it should be. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
      super(message);
    }
  }
}
