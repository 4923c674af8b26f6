package stet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets {@code stet watch} work for a while against a newsroom that misbehaves, kills it every
 * minute, fills its disk where it may, and then holds the collection against what the watch had
 * printed as kept. Exit code 1 on the first thing that is not as it should be. Run by {@code
 * bench/soak}.
 */
public final class SoakRun {
  private static final Pattern KEPT =
      Pattern.compile("at=(\\S+) kind=page outcome=(\\S+) status=\\d+ .* uri=(\\S+)( detail=.*)?");
  private static final Pattern VERSION = Pattern.compile("This is version (\\d+) of the story");
  private static final int HOSTS = 40;
  private static final int STORIES = 10;

  private final Path work;
  private final Path home;
  private final double minutes;
  private final SoakNewsroom newsroom;
  private final Set<String> acknowledged = new HashSet<>();
  private final List<Long> memory = new ArrayList<>();
  private int kills;
  private int stops;
  private long slowestStop;
  private int checks;
  private int fillings;

  private SoakRun(List<String> args) throws IOException {
    this.minutes = Double.parseDouble(option(args, "--minutes", "30"));
    this.work = Path.of(option(args, "--work", "target/soak"));
    this.home = work.resolve("disk").resolve("home");
    long seed = Long.parseLong(option(args, "--seed", "1"));
    this.newsroom = new SoakNewsroom(HOSTS, STORIES, 20, seed);
  }

  private static String option(List<String> args, String name, String standard) {
    int at = args.indexOf(name);
    return at < 0 ? standard : args.get(at + 1);
  }

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    SoakRun run = new SoakRun(Arrays.asList(args));
    try (run.newsroom) {
      run.run();
    } catch (KillRun.Failure e) {
      System.out.println("FAILED: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws Exception {
    boolean small = Files.isRegularFile(work.resolve("disk").resolve(".small"));
    Files.createDirectories(home);
    KillRun.require(stet("init", "--home", home.toString()) == 0, "no collection could be made");
    Files.writeString(
        home.resolve("stet.toml"),
        "[fetch]\nmin-delay = 0\nprivate-hosts = \"%s\"\n"
            .formatted(String.join(",", newsroom.authorities())));
    for (String authority : newsroom.authorities()) {
      int code = stet("feed", "add", "http://" + authority + "/rss", "--home", home.toString());
      KillRun.require(code == 0, "a feed could not be added");
    }
    long end = System.nanoTime() + (long) (minutes * 60e9);
    while (System.nanoTime() < end) {
      // The last third runs undisturbed, to see whether memory grows.
      long left = end - System.nanoTime();
      boolean calm = left < minutes * 20e9;
      watch(calm ? left / 1_000_000_000 : Math.min(60, left / 1_000_000_000), calm, small);
    }
    judge();
  }

  private void watch(long seconds, boolean calm, boolean small) throws Exception {
    Path lines = work.resolve("lines");
    Process process =
        new ProcessBuilder("./stet", "watch", "--home", home.toString())
            .redirectOutput(lines.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(work.resolve("notes").toFile()))
            .start();
    long end = System.nanoTime() + Math.max(5, seconds) * 1_000_000_000;
    boolean full = small && !calm && kills % 3 == 1;
    for (int tick = 0; System.nanoTime() < end; tick++) {
      KillRun.require(process.isAlive(), "the watch ended by itself, code " + code(process));
      if (full && tick == 8) {
        fill();
      } else if (full && tick == 14) {
        Files.deleteIfExists(work.resolve("disk").resolve("filler"));
      }
      hurry();
      long resident = resident(process);
      if (calm && resident > 0 && tick > 10) {
        memory.add(resident);
      }
      Thread.sleep(2_000);
    }
    Files.deleteIfExists(work.resolve("disk").resolve("filler"));
    end(process, calm || kills % 5 == 4);
    take(lines);
  }

  private static String code(Process process) {
    return process.isAlive() ? "none" : Integer.toString(process.exitValue());
  }

  private void end(Process process, boolean politely) throws Exception {
    if (!politely) {
      process.destroyForcibly().waitFor();
      kills++;
      return;
    }
    long from = System.nanoTime();
    process.destroy();
    boolean ended = process.waitFor(15, TimeUnit.SECONDS);
    slowestStop = Math.max(slowestStop, (System.nanoTime() - from) / 1_000_000);
    KillRun.require(ended, "SIGTERM did not end the watch within 15 s");
    stops++;
    kills++;
  }

  /** What the watch said is kept; a line that a kill cut off was not said. */
  private void take(Path lines) throws IOException {
    for (String line : Files.readString(lines).split("(?<=\n)")) {
      Matcher kept = KEPT.matcher(line.strip());
      if (line.endsWith("\n") && kept.matches()) {
        checks++;
        acknowledged.add(kept.group(3) + " " + kept.group(1));
      }
    }
  }

  /** Makes everything due: a watch that waits for hours would not be tried in half an hour. */
  private void hurry() throws SQLException {
    Path file = home.resolve("watch.db");
    if (!Files.exists(file)) {
      return;
    }
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = db.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("UPDATE tracked SET next_at = '2000-01-01T00:00:00Z'");
    } catch (SQLException e) {
      // On a full disk nothing can be made due; the next time will do.
    }
  }

  private void fill() throws IOException {
    fillings++;
    try (RandomAccessFile filler =
        new RandomAccessFile(work.resolve("disk").resolve("filler").toFile(), "rw")) {
      byte[] bytes = new byte[64 << 10];
      while (true) {
        filler.write(bytes);
      }
    } catch (IOException e) {
      // Full.
    }
  }

  private static long resident(Process process) {
    // The launcher is a shell script that becomes the program.
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(l -> l.startsWith("VmRSS"))
          .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private void judge() throws Exception {
    KillRun.require(
        stet("verify", "--digests", "--home", home.toString()) == 0, "verify --digests failed");
    KillRun.require(
        stet("verify", "--rebuild", "--home", home.toString()) == 0, "verify --rebuild failed");
    int versions = 0;
    Set<String> lost = new HashSet<>(acknowledged);
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("stet.db"))) {
      try (var rows = db.createStatement().executeQuery("SELECT uri, captured_at FROM capture")) {
        while (rows.next()) {
          lost.remove(rows.getString(1) + " " + seconds(rows.getString(2)));
        }
      }
      versions = versions(db);
    }
    KillRun.require(
        lost.isEmpty(), lost.size() + " acknowledged captures are lost, such as " + some(lost));
    System.out.printf(
        "%.0f minutes: %d checks acknowledged, all there; %d versions, none twice; %d ends of which %d"
            + " by SIGTERM, the slowest after %d ms; disk filled %d times%n",
        minutes, checks, versions, kills, stops, slowestStop, fillings);
    System.out.println("answers: " + newsroom.summary());
    memory();
  }

  private static String seconds(String at) {
    return at.replaceFirst("[.]\\d+Z", "Z");
  }

  private static List<String> some(Set<String> all) {
    return all.stream().sorted().limit(3).toList();
  }

  /** Versions of a story only go up: one seen twice, or after a later one, would be a duplicate. */
  private static int versions(Connection db) throws SQLException {
    String sql =
        """
        SELECT v.article_id, v.number, b.text FROM version v
        JOIN state_block sb ON sb.state_id = v.state_id JOIN block b ON b.id = sb.block_id
        WHERE b.text LIKE 'This is version %' ORDER BY v.article_id, v.number""";
    int versions = 0;
    long article = -1;
    int last = -1;
    try (var rows = db.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        Matcher version = VERSION.matcher(rows.getString(3));
        KillRun.require(version.find(), "a version without its number");
        int number = Integer.parseInt(version.group(1));
        boolean same = rows.getLong(1) == article;
        KillRun.require(!same || number > last, "version " + number + " comes twice");
        article = rows.getLong(1);
        last = number;
        versions++;
      }
    }
    return versions;
  }

  private void memory() {
    if (memory.size() < 6) {
      System.out.println("memory: too short a calm run to tell");
      return;
    }
    List<Long> begin = memory.subList(0, memory.size() / 3);
    List<Long> end = memory.subList(memory.size() * 2 / 3, memory.size());
    System.out.printf(
        "memory: %d kB at the median of the first third of the calm run, %d kB of the last, %d kB at"
            + " most%n",
        median(begin), median(end), memory.stream().max(Comparator.naturalOrder()).orElseThrow());
    KillRun.require(median(end) < median(begin) * 1.5, "memory grows");
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private int stet(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./stet"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve("said").toFile()))
        .redirectError(ProcessBuilder.Redirect.appendTo(work.resolve("said").toFile()))
        .start()
        .waitFor();
  }
}
