package stet.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import stet.cli.Main;

/** Flips single bits of a small collection, one at a time, and asks verify after each. */
public final class FlippedBits {
  /** From what takes a moment to what makes all rows anew. */
  private static final String[][] LEVELS = {{}, {"--digests"}, {"--rebuild"}};

  private final Path home;
  private final List<String> unseen = new ArrayList<>();
  private final int[] flips = new int[2];
  private final int[] missed = new int[2];

  /** How many flips each level saw that the one before did not. */
  private final int[] seenBy = new int[LEVELS.length];

  private int idle;

  private FlippedBits(Path home) {
    this.home = home;
  }

  /**
   * Imports a folder and flips bits, half of them in the database, half in the WARC files: {@code
   * DIR COUNT SEED}. Exit code 1 when verify fails in itself, or none of its levels sees a flip
   * that changed anything that is kept.
   */
  public static void main(String[] args) throws IOException {
    Path work = Files.createTempDirectory("stet-flips");
    FlippedBits bits = new FlippedBits(work.resolve("home"));
    try {
      if (bits.run("import", args[0]) != 0 || bits.run("verify") != 0) {
        throw new IOException("the collection is not sound before the first flip");
      }
      bits.flip(Integer.parseInt(args[1]), new Random(Long.parseLong(args[2])));
    } finally {
      try (Stream<Path> all = Files.walk(work)) {
        all.sorted((a, b) -> b.compareTo(a)).forEach(f -> f.toFile().delete());
      }
    }
    bits.unseen.forEach(System.out::println);
    System.out.printf(
        "%d bits flipped, seed %s: stet.db %d, unseen %d (%d more in unused bytes); WARC files %d,"
            + " unseen %d; seen by verify %d, only by --digests %d, by --rebuild %d%n",
        Integer.parseInt(args[1]),
        args[2],
        bits.flips[0],
        bits.missed[0],
        bits.idle,
        bits.flips[1],
        bits.missed[1],
        bits.seenBy[0],
        bits.seenBy[1],
        bits.seenBy[2]);
    System.exit(bits.unseen.isEmpty() ? 0 : 1);
  }

  private void flip(int count, Random random) throws IOException {
    List<Path> archives;
    try (Stream<Path> all = Files.walk(home)) {
      archives = all.filter(f -> f.toString().endsWith(".warc.gz")).sorted().toList();
    }
    for (int i = 0; i < count; i++) {
      int kind = i % 2;
      Path file =
          kind == 0 ? home.resolve("stet.db") : archives.get(random.nextInt(archives.size()));
      byte[] sound = Files.readAllBytes(file);
      byte[] bad = sound.clone();
      int at = random.nextInt(bad.length);
      int bit = random.nextInt(8);
      bad[at] ^= (byte) (1 << bit);
      Files.write(file, bad);
      flips[kind]++;
      String problem = verified(file, sound, kind);
      if (!problem.isEmpty()) {
        missed[kind]++;
        unseen.add(file.getFileName() + ", byte " + at + ", bit " + bit + ": " + problem);
      }
      // What came of it is no part of the next try, a log of the database least of all.
      Files.write(file, sound);
      Files.deleteIfExists(home.resolve("stet.db-wal"));
      Files.deleteIfExists(home.resolve("stet.db-shm"));
    }
    if (run("verify") != 0) {
      unseen.add("not sound after the last flip was undone");
    }
  }

  /** What is wrong with how verify took the flip; empty when nothing is. */
  private String verified(Path file, byte[] sound, int kind) throws IOException {
    for (int level = 0; level < LEVELS.length; level++) {
      int code = run("verify", LEVELS[level]);
      if (code != 0) {
        seenBy[level]++;
        return code > 4 ? "code " + code : "";
      }
    }
    Path other = Files.write(home.resolveSibling("sound.db"), sound);
    if (kind == 0 && rows(other).equals(rows(file))) {
      idle++;
      return "";
    }
    return "not seen";
  }

  /** Every value of every table; what lies between them in the file is not read by anybody. */
  private static List<String> rows(Path file) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          sql.executeQuery(
              "SELECT name, sql FROM sqlite_master WHERE rootpage > 0 OR type = 'view'")) {
        while (names.next()) {
          rows.add(names.getString(1) + ' ' + names.getString(2));
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        values(sql, table, rows);
      }
    } catch (SQLException e) {
      rows.add(e.toString());
    }
    return rows;
  }

  /** When a migration ran and how long it took is told to nobody. */
  private static String columns(String table) {
    return table.equals("flyway_schema_history")
        ? "installed_rank, version, description, type, script, checksum, success"
        : "*";
  }

  private static void values(Statement sql, String table, List<String> rows) throws SQLException {
    try (ResultSet all = sql.executeQuery("SELECT " + columns(table) + " FROM \"" + table + '"')) {
      while (all.next()) {
        StringBuilder row = new StringBuilder(table);
        for (int i = 1; i <= all.getMetaData().getColumnCount(); i++) {
          Object value = all.getObject(i);
          row.append('|').append(value instanceof byte[] b ? Arrays.toString(b) : value);
        }
        rows.add(row.toString());
      }
    } catch (SQLException e) {
      // An index is no table of its own; what it says is looked at by verify.
      rows.add(table);
    }
  }

  private int run(String command, String... rest) {
    List<String> args = new ArrayList<>(List.of(command, "--home", home.toString()));
    args.addAll(List.of(rest));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        Main.run(
            new ByteArrayInputStream(new byte[0]),
            said,
            said,
            Clock.systemUTC(),
            false,
            false,
            args.toArray(String[]::new));
    if (command.equals("import") && code != 0) {
      System.out.println(said.toString(StandardCharsets.UTF_8));
    }
    return code;
  }
}
