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
    this.input = Path.of(option(args, "--input", standard.toString()));
    this.work = Path.of(option(args, "--work", "target/kill-test"));
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
    Path calm = work.resolve("calm");
    long begun = System.nanoTime();
    importAll(calm);
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    CollectionRows expected = CollectionRows.of(calm);
    System.out.printf(
        "undisturbed import of '%s': %d captures in %d ms%n",
        input, expected.captures().size(), whole);
    // On average a fifth of the whole: some die starting, some in the middle, some near the end.
    int longest = (int) Math.max(1_000, whole * 2 / 5);
    begin();
    while (killed < kills) {
      killOne(longest);
      check();
    }
    finish(expected);
    System.out.printf(
        "%d kills in %d runs over %d collections, %d of them after something had been acknowledged;"
            + " %d times an unfinished record was left; nothing lost, verify clean each time%n",
        killed, runs, collections, killedWhileWorking, unfinished);
  }

  private void begin() {
    collections++;
    home = work.resolve("home" + collections);
    acknowledged.clear();
  }

  private void killOne(int longest) throws Exception {
    Path lines = work.resolve("lines");
    Process process = stet(lines, "import", input.toString(), "--home", home.toString(), "--json");
    boolean ended = process.waitFor(random.nextInt(longest), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    runs++;
    int before = acknowledged.size();
    for (String line : Files.readString(lines).split("(?<=\n)")) {
      if (line.endsWith("\n")) {
        acknowledged.add(CollectionRows.key(line));
      }
    }
    if (!ended) {
      killed++;
      killedWhileWorking += acknowledged.size() > before ? 1 : 0;
    } else if (process.exitValue() != 0) {
      throw new Failure("an import ended with exit code " + process.exitValue());
    }
  }

  /** Looks at the collection as the kill left it, then begins another when all is imported. */
  private void check() throws Exception {
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
    if (rows.captures().size() == CollectionRows.of(work.resolve("calm")).captures().size()) {
      finish(CollectionRows.of(work.resolve("calm")));
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
