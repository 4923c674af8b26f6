package stet.app.alert;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.fetch.FetchRun;
import stet.fetch.PageServer;

/**
 * What rules cost the whole flow of fetching. Real pages are fetched from 200 virtual hosts into a
 * collection, then again and again: all have other bytes by then, and some are edited. The last
 * visits are measured, until the last page is kept.
 */
public final class FetchedAlertLoad {
  private static final String COMPILERS = "C[12] CompilerThre.*";
  private static final String MEMORY = "GC Thread.*|G1 .*|VM Thread";

  /** So many visits after the first go before those that are measured, as in a watch that runs. */
  private static final int WARM = 3;

  private FetchedAlertLoad() {}

  /** Runs it once: pages, one in how many is edited, rules (0 for no alerts at all). */
  public static void main(String[] args) throws Exception {
    Path data = Path.of("../shared/data/extract");
    if (!Files.isDirectory(data)) {
      System.out.println("skipped: no pages at '" + data + "'");
      return;
    }
    int pages = Integer.parseInt(args[0]);
    int rules = Integer.parseInt(args[2]);
    Path home = Files.createTempDirectory("stet-fetched-alerts");
    Process server = PageServer.start(data, pages, Integer.parseInt(args[1]));
    try (Receivers receivers = new Receivers()) {
      Newsroom.secret(home, "hook", receivers.address("/hook"));
      CollectionHome there = new CollectionHome(home);
      there.make();
      Files.writeString(home.resolve("stet.toml"), AlertLoad.settings(rules));
      int port = PageServer.port(server);
      FetchRun.into(home, port, pages, () -> {});
      measure(there, port, pages, rules, receivers);
    } finally {
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
    }
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private static void measure(
      CollectionHome there, int port, int pages, int rules, Receivers receivers) throws Exception {
    Clock clock = Clock.systemUTC();
    try (AlertService service =
        AlertService.of(ServedCollection.open(there, clock), "stet bench", line -> {})) {
      if (rules > 0) {
        service.start();
        Thread.sleep(1_000);
      }
      for (int visit = 0; visit < WARM; visit++) {
        FetchRun.into(there.folder(), port, pages, service::wake);
      }
      settle(receivers);
      int before = receivers.got("/hook").size();
      long from = System.nanoTime();
      long worked = worked();
      long alerting = threads();
      double compiling = FetchRun.machine(COMPILERS);
      double collecting = FetchRun.machine(MEMORY);
      double[] flow = new double[3];
      for (int visit = WARM + 1; visit < PageServer.VISITS; visit++) {
        double[] one = FetchRun.into(there.folder(), port, pages, service::wake);
        Arrays.setAll(flow, i -> flow[i] + one[i]);
      }
      double seconds = (System.nanoTime() - from) / 1e9;
      settle(receivers);
      int fetched = pages * (PageServer.VISITS - 1 - WARM);
      System.out.printf(
          "%d pages, %d rules: %.1f pages a second, %.2f ms of processor time a page, of which alerts"
              + " %.2f; %d messages%n",
          fetched,
          rules,
          fetched / seconds,
          (worked() - worked) / 1e6 / fetched,
          (threads() - alerting) / 1e6 / fetched,
          receivers.got("/hook").size() - before);
      System.out.printf(
          "milliseconds a page: fetching %.2f, storing %.2f, extracting %.2f, compilers %.2f,"
              + " memory %.2f%n",
          flow[0] / fetched,
          flow[1] / fetched,
          flow[2] / fetched,
          (FetchRun.machine(COMPILERS) - compiling) / fetched,
          (FetchRun.machine(MEMORY) - collecting) / fetched);
    }
  }

  /** Processor time of the threads that find and send, in nanoseconds, as far as they live. */
  private static long threads() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      boolean own =
          info != null && info.getThreadName().matches("alerts|alert-channel|HttpClient.*");
      nanos += own ? Math.max(0, threads.getThreadCpuTime(id)) : 0;
    }
    return nanos;
  }

  /** Until nothing has come for two seconds. */
  private static void settle(Receivers receivers) throws InterruptedException {
    int before = -1;
    while (receivers.got("/hook").size() > before) {
      before = receivers.got("/hook").size();
      Thread.sleep(2_000);
    }
  }

  private static long worked() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
