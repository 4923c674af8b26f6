package stet.workers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import stet.postgres.PostgresAddress;
import stet.watch.store.WatchStore;

/**
 * Several workers as processes over one PostgreSQL queue, against many hosts that measure how they
 * are asked, with an indexer that follows their archives. Without kills: how many checks a second.
 * With kills: workers, and now and then the indexer, are killed and begun again, and the database
 * is once begun anew; then everything is compared.
 */
public final class WorkersRun {
  private static final int PORT = 15_431;
  private static final long DELAY_MILLIS = 1_000;

  private final Path work;
  private final int count;
  private final int hosts;
  private final int pages;
  private final int kills;
  private final int secondsBetween;
  private final Random random = new Random(7);
  private final List<Process> workers = new ArrayList<>();
  private final List<Path> logs = new ArrayList<>();
  private EmbeddedPostgres database;
  private Process indexer;
  private PostgresAddress queue;
  private int runs;
  private double workersCpu;
  private double indexerCpu;

  private WorkersRun(Path work, int count, int hosts, int pages, int kills, int secondsBetween) {
    this.work = work;
    this.count = count;
    this.hosts = hosts;
    this.pages = pages;
    this.kills = kills;
    this.secondsBetween = secondsBetween;
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws Exception {
    List<String> all = Arrays.asList(args);
    WorkersRun run =
        new WorkersRun(
            Path.of(option(all, "--work", "target/workers")).toAbsolutePath(),
            number(all, "--workers", 2),
            number(all, "--hosts", 200),
            number(all, "--pages", 10),
            number(all, "--kills", 0),
            number(all, "--every", 5));
    System.exit(run.run() ? 0 : 1);
  }

  private static String option(List<String> args, String name, String standard) {
    int at = args.indexOf(name);
    return at < 0 ? standard : args.get(at + 1);
  }

  private static int number(List<String> args, String name, int standard) {
    return Integer.parseInt(option(args, name, String.valueOf(standard)));
  }

  private boolean run() throws Exception {
    delete(work);
    Files.createDirectories(work);
    beginDatabase();
    queue =
        PostgresAddress.of(
            "postgresql://postgres@localhost:" + PORT + "/postgres", Optional::empty);
    try (PoliteSite site = new PoliteSite(hosts, pages, DELAY_MILLIS)) {
      for (int i = 0; i < count; i++) {
        make(home(i), site);
      }
      make(work.resolve("indexer"), site);
      try (WatchStore store = store()) {
        store.track(site.uris(), Instant.now());
      }
      return kills == 0 ? measure(site) : kill(site);
    } finally {
      workers.forEach(Process::destroyForcibly);
      if (indexer != null) {
        indexer.destroyForcibly();
      }
      database.close();
    }
  }

  private boolean measure(PoliteSite site) throws Exception {
    long from = System.nanoTime();
    for (int i = 0; i < count; i++) {
      workers.add(worker(i));
    }
    indexer = indexer();
    int all = hosts * pages;
    long done = 0;
    try (WatchStore store = store()) {
      while (done < all) {
        Thread.sleep(200);
        done = all - never(store);
      }
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    endWorkers();
    boolean sound = compared(site);
    System.out.printf(
        Locale.ROOT,
        "%d workers: %d checks of %d hosts in %.1f s, %.1f a second, start included; %.1f ms of"
            + " processor time of workers a check, %.1f of the indexer%n",
        count,
        all,
        hosts,
        seconds,
        all / seconds,
        workersCpu * 1e3 / all,
        indexerCpu * 1e3 / all);
    return sound;
  }

  private static long never(WatchStore store) {
    return store.outcomes().getOrDefault(stet.watch.store.CheckOutcome.NEVER, 0L);
  }

  private boolean kill(PoliteSite site) throws Exception {
    for (int i = 0; i < count; i++) {
      workers.add(worker(i));
    }
    indexer = indexer();
    int indexerKills = 0;
    for (int killed = 0; killed < kills; killed++) {
      Thread.sleep(secondsBetween * 1_000L / 2 + random.nextInt(secondsBetween * 1_000));
      hurry(site);
      begunAgain();
      int which = random.nextInt(count);
      workers.get(which).destroyForcibly().waitFor();
      workers.set(which, worker(which));
      if (killed % 5 == 4) {
        indexer.destroyForcibly().waitFor();
        indexer = indexer();
        indexerKills++;
      }
      if (killed == kills / 2) {
        System.out.println("the database is ended for 8 s");
        database.close();
        Thread.sleep(8_000);
        beginDatabase();
      }
    }
    System.out.printf("%d kills of workers, %d of the indexer%n", kills, indexerKills);
    Thread.sleep(10_000);
    endWorkers();
    return compared(site);
  }

  /** As systemd does with those that ended because the database was not there. */
  private void begunAgain() throws IOException {
    for (int i = 0; i < count; i++) {
      if (!workers.get(i).isAlive()) {
        workers.set(i, worker(i));
      }
    }
  }

  /** A third of all pages is due now, as a feed would have it. */
  private void hurry(PoliteSite site) {
    try (WatchStore store = store()) {
      Instant now = Instant.now();
      store.writeWatched(
          () -> {
            for (String uri : site.uris()) {
              if (random.nextInt(3) == 0) {
                store.hurry(uri, now);
              }
            }
            return true;
          });
    }
  }

  private boolean compared(PoliteSite site) throws Exception {
    // What is left is taken in by a last look.
    Process last = stet(work.resolve("follow.log"), follow("--for", "1s"));
    last.waitFor();
    Kept kept = new Kept();
    kept.compare(homes(), logs, work.resolve("indexer"));
    System.out.printf(
        "%d requests, %d of them for robots.txt, %d answers 304; two at once: %d, too soon: %d,"
            + " before Retry-After: %d%n",
        site.requests.get(),
        site.robots.get(),
        site.notModified.get(),
        site.together.get(),
        site.tooSoon.get(),
        site.beforeRetry.get());
    site.violations.forEach(System.out::println);
    System.out.printf(
        "%d checks acknowledged, %d captures archived by workers, %d in the timelines of %d"
            + " articles with %d versions; lost: %d, doubled: %d%n",
        kept.acknowledged,
        kept.archived,
        kept.inTimelines,
        kept.articles,
        kept.versions,
        kept.lost,
        kept.doubled);
    return site.violations.isEmpty() && kept.lost == 0 && kept.doubled == 0;
  }

  private void endWorkers() throws InterruptedException {
    workers.forEach(Process::destroy);
    for (Process worker : workers) {
      worker.waitFor(20, TimeUnit.SECONDS);
    }
    indexer.destroy();
    indexer.waitFor(60, TimeUnit.SECONDS);
    workersCpu = cpu("watch");
    indexerCpu = cpu("follow");
  }

  /** What processes said of themselves at their end. */
  private double cpu(String kind) {
    try (Stream<Path> files = Files.list(work)) {
      double sum = 0;
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith(kind)).toList()) {
        for (String line : Files.readAllLines(file)) {
          sum += line.startsWith("cpu=") ? Double.parseDouble(line.substring(4)) : 0;
        }
      }
      return sum;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process worker(int number) throws IOException {
    Path log = work.resolve("watch-" + number + "-" + ++runs + ".log");
    logs.add(log);
    return stet(log, List.of("watch", "--home", home(number).toString()));
  }

  private Process indexer() throws IOException {
    return stet(work.resolve("follow-" + ++runs + ".log"), follow());
  }

  private List<String> follow(String... more) {
    List<String> command = new ArrayList<>(List.of("import", "--follow"));
    command.addAll(List.of(more));
    command.add("--home");
    command.add(work.resolve("indexer").toString());
    homes().forEach(h -> command.add(h.toString()));
    return command;
  }

  private Process stet(Path log, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("stet.workers.Measured");
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private List<Path> homes() {
    List<Path> homes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      homes.add(home(i));
    }
    return homes;
  }

  private Path home(int number) {
    return work.resolve("worker-" + number);
  }

  private void make(Path home, PoliteSite site) throws Exception {
    Files.createDirectories(home);
    Files.writeString(
        home.resolve("stet.toml"),
        "[watch]\nstore = \"postgresql://postgres@localhost:"
            + PORT
            + "/postgres\"\nworkers = 32\n[fetch]\nmin-delay = "
            + DELAY_MILLIS / 1_000
            + "\nprivate-hosts = \""
            + String.join(",", site.authorities())
            + "\"\n",
        UTF_8);
    Process init = stet(work.resolve("init.log"), List.of("init", "--home", home.toString()));
    if (init.waitFor() != 0) {
      throw new IOException("no collection could be made: see '" + work.resolve("init.log") + "'");
    }
  }

  private WatchStore store() {
    return WatchStore.open(work.resolve("harness.db"), Optional.of(queue));
  }

  private void beginDatabase() throws IOException {
    database =
        EmbeddedPostgres.builder()
            .setPort(PORT)
            .setDataDirectory(work.resolve("database"))
            .setCleanDataDirectory(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
