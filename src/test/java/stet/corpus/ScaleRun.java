package stet.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes made-up corpora of several sizes through the whole flow, each command in a process of its
 * own, and says what each costs per version, whether that stays flat, and what the largest
 * published corpus would cost. The same versions go into git repositories.
 */
public final class ScaleRun {
  private static final int CHANGES = 100;

  private final Path work;
  private final long seed;
  private final int versions;
  private final int pagesUpTo;

  private ScaleRun(Options options) {
    work = Path.of(options.text("--work", "target/scale")).toAbsolutePath();
    seed = options.number("--seed", 1);
    versions = (int) options.number("--versions", 4);
    pagesUpTo = (int) options.number("--git-pages", 2_000);
  }

  /**
   * Runs {@code [--sizes N,N,…] [--versions N] [--seed N] [--git-pages N] [--work DIR]}.
   *
   * @throws Exception when a command fails
   */
  public static void main(String[] args) throws Exception {
    Options options = Options.of(args);
    ScaleRun run = new ScaleRun(options);
    List<Measured> all = new ArrayList<>();
    for (String size : options.text("--sizes", "2000,8000,25000").split(",")) {
      all.add(run.measure(Integer.parseInt(size)));
      System.out.println(ScaleTable.of(all));
    }
    System.out.println(ScaleTable.slopes(all));
  }

  /**
   * What one size cost.
   *
   * @param costs by name, in the order measured; see {@link ScaleTable}
   */
  record Measured(int articles, int versions, int captures, Map<String, Double> costs) {}

  private Measured measure(int articles) throws IOException, InterruptedException {
    Path dir = work.resolve("size-" + articles);
    delete(dir);
    Files.createDirectories(dir);
    Corpus corpus = new Corpus(seed, articles, versions);
    Corpus later = new Corpus(seed, articles, versions + 1);
    CorpusRun.Summary made = CorpusRun.write(corpus, false, dir.resolve("corpus"));
    CorpusRun.Summary changed = CorpusRun.write(later.latest(CHANGES), dir.resolve("changes"));
    Map<String, Double> costs = new LinkedHashMap<>();
    costs.put("text bytes", (double) made.text());
    costs.put("page bytes", (double) made.html());
    stet(dir, costs, made, changed);
    git(dir, corpus, later, costs);
    Measured measured = new Measured(made.articles(), made.versions(), made.captures(), costs);
    delete(dir);
    return measured;
  }

  private void stet(
      Path dir, Map<String, Double> costs, CorpusRun.Summary made, CorpusRun.Summary changed)
      throws IOException, InterruptedException {
    Path home = dir.resolve("home");
    Phase imported = stet(dir, "import", dir.resolve("corpus").toString());
    require(imported.out(), made.captures(), made.articles());
    put(costs, "import", imported);
    costs.put("database bytes", (double) Files.size(home.resolve("stet.db")));
    costs.put("archive bytes", (double) GitRun.size(home.resolve("snapshots")));
    query(dir, home, costs, made.articles());
    put(costs, "report", stet(dir, "report"));
    costs.put("report bytes", (double) GitRun.size(home.resolve("reports")));
    require(
        stet(dir, "import", dir.resolve("changes").toString()).out(),
        changed.captures(),
        changed.captures());
    put(costs, "report after " + CHANGES + " changes", stet(dir, "report"));
  }

  private static void put(Map<String, Double> costs, String name, Phase phase) {
    costs.put(name + " seconds", phase.seconds());
    costs.put(name + " processor seconds", phase.cpu());
    costs.put(name + " peak bytes", (double) phase.peak());
    System.out.printf(
        "%s: %.1f s, %.1f s of processor time, %d MB: %s%n",
        name,
        phase.seconds(),
        phase.cpu(),
        phase.peak() >> 20,
        phase.out().lines().findFirst().orElse(""));
  }

  private static void require(String out, int captures, int articles) throws IOException {
    String wanted = String.format("%,d captures added to %,d articles", captures, articles);
    if (!out.contains(wanted)) {
      throw new IOException("expected '" + wanted + "' and got '" + out.strip() + "'");
    }
  }

  private Phase stet(Path dir, String command, String... more)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("./stet", command));
    words.addAll(Arrays.asList(more));
    words.addAll(List.of("--home", dir.resolve("home").toString()));
    return Phase.run(dir, words);
  }

  private void query(Path dir, Path home, Map<String, Double> costs, int articles)
      throws IOException, InterruptedException {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            "stet.corpus.QueryRun",
            home.toString(),
            String.valueOf(seed),
            String.valueOf(articles));
    Phase.run(dir, java)
        .out()
        .lines()
        .map(l -> l.split(" "))
        .forEach(
            word -> {
              costs.put(word[0] + " p50 ms", Double.parseDouble(word[1]));
              costs.put(word[0] + " p99 ms", Double.parseDouble(word[2]));
              costs.put(word[0] + " p99 ms of processor time", Double.parseDouble(word[4]));
            });
  }

  private void git(Path dir, Corpus corpus, Corpus later, Map<String, Double> costs)
      throws IOException, InterruptedException {
    git("git", new GitRun(dir, false).run(corpus, later.latest(CHANGES)), costs);
    if (corpus.articles() <= pagesUpTo) {
      git("git of pages", new GitRun(dir, true).run(corpus, later.latest(CHANGES)), costs);
    }
  }

  private static void git(String name, GitRun.Result git, Map<String, Double> costs) {
    put(costs, name + " fast-import", git.imported());
    put(costs, name + " gc", git.gc());
    costs.put(name + " bytes before gc", (double) git.loose());
    costs.put(name + " bytes after gc", (double) git.collected());
    put(costs, name + " repack", git.repack());
    costs.put(name + " bytes after repack", (double) git.packed());
    costs.put(name + " plain commit seconds each", git.commit().seconds());
    costs.put(name + " plain commit processor seconds each", git.commit().cpu());
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
}
