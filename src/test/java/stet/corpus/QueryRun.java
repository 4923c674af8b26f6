package stet.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import stet.cli.Main;

/**
 * How long commands about one article take inside one process: everything from the words typed to
 * the last byte printed, the opening of the database included, Java's own start not.
 */
final class QueryRun {
  private static final int WARM_UP = 300;
  private static final int MEASURED = 1_000;

  private QueryRun() {}

  /** Takes a collection's folder, and the corpus's seed and number of articles. */
  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[0]);
    Corpus corpus = new Corpus(Long.parseLong(args[1]), Integer.parseInt(args[2]), 1);
    for (List<String> command :
        List.of(List.of("log"), List.of("show"), List.of("diff"), List.of("blame"))) {
      long[] nanos = new long[MEASURED];
      Iterator<String> addresses = corpus.addresses(new Random(1));
      for (int i = -WARM_UP; i < MEASURED; i++) {
        String address = addresses.next();
        long begun = System.nanoTime();
        run(home, command.get(0), address);
        if (i >= 0) {
          nanos[i] = System.nanoTime() - begun;
        }
      }
      Arrays.sort(nanos);
      System.out.printf(
          "%s %.2f %.2f %.2f%n",
          command.get(0),
          nanos[MEASURED / 2] / 1e6,
          nanos[MEASURED * 99 / 100] / 1e6,
          nanos[MEASURED - 1] / 1e6);
    }
  }

  private static void run(Path home, String command, String address) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new ByteArrayInputStream(new byte[0]),
            out,
            err,
            Clock.systemUTC(),
            false,
            false,
            command,
            "--home",
            home.toString(),
            address);
    // 1: there are differences.
    if (code > 1 || out.size() == 0) {
      throw new IOException(command + " " + address + ": " + err.toString(StandardCharsets.UTF_8));
    }
  }
}
