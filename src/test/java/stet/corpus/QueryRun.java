package stet.corpus;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import stet.cli.Cli;

/**
 * How long commands about one article take inside one process: everything from the words typed to
 * the last byte printed, the opening of the database included, Java's own start not.
 */
final class QueryRun {
  private static final List<String> COMMANDS = List.of("log", "show", "diff", "blame");
  private static final int WARM_UP = 500;
  private static final int MEASURED = 1_000;

  private QueryRun() {}

  /** Takes a collection's folder, and the corpus's seed and number of articles. */
  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[0]);
    Corpus corpus = new Corpus(Long.parseLong(args[1]), Integer.parseInt(args[2]), 1);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    // All are warmed up before the first is measured: they share most of their code.
    for (String command : COMMANDS) {
      measure(threads, home, command, corpus.addresses(new Random(2)), WARM_UP);
    }
    for (String command : COMMANDS) {
      System.out.println(
          command + measure(threads, home, command, corpus.addresses(new Random(1)), MEASURED));
    }
  }

  /** Median and 99th percentile in milliseconds, by the clock and of processor time. */
  private static String measure(
      ThreadMXBean threads, Path home, String command, Iterator<String> addresses, int times)
      throws IOException {
    long[] clock = new long[times];
    long[] cpu = new long[times];
    for (int i = 0; i < times; i++) {
      String address = addresses.next();
      long begun = System.nanoTime();
      long used = threads.getCurrentThreadCpuTime();
      run(home, command, address);
      cpu[i] = threads.getCurrentThreadCpuTime() - used;
      clock[i] = System.nanoTime() - begun;
    }
    return percentiles(clock) + percentiles(cpu);
  }

  private static String percentiles(long[] nanos) {
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT,
        " %.2f %.2f",
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6);
  }

  private static void run(Path home, String command, String address) throws IOException {
    Cli.Result result = Cli.run(Clock.systemUTC(), command, "--home", home, address);
    // 1: there are differences.
    if (result.code() > 1 || result.out().isEmpty()) {
      throw new IOException(command + " " + address + ": " + result.err());
    }
  }
}
