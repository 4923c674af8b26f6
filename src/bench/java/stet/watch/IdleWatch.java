package stet.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;
import stet.fetch.FetchOptions.Politeness;
import stet.fetch.FetchOutcome;
import stet.fetch.HostThrottle;
import stet.watch.CaptureSink.Showed;
import stet.watch.CaptureSink.Taken;
import stet.watch.queue.OwnHosts;
import stet.watch.store.PayloadSource;
import stet.watch.store.WatchStore;

/**
 * Measures the watch by itself: the memory it takes with many articles and nothing to do, and the
 * checks it makes in a second when fetching and keeping cost nothing. Run by {@code bench/watch}.
 */
final class IdleWatch {
  private static final Politeness NO_DELAY =
      new Politeness(
          Duration.ZERO,
          Duration.ZERO,
          Integer.MAX_VALUE,
          Duration.ofMinutes(1),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ZERO);

  private final HostThrottle throttle = new HostThrottle(NO_DELAY);

  private IdleWatch() {}

  public static void main(String[] args) throws Exception {
    int articles = Integer.parseInt(args[0]);
    int hosts = Integer.parseInt(args[1]);
    int seconds = Integer.parseInt(args[2]);
    Path home = Files.createTempDirectory("stet-idle-watch");
    try {
      new IdleWatch().measure(home.resolve(WatchStore.FILE), articles, hosts, seconds);
    } finally {
      try (var files = Files.list(home)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(home);
    }
  }

  private void measure(Path file, int articles, int hosts, int seconds) throws Exception {
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    long from = System.nanoTime();
    try (WatchStore store = WatchStore.open(file)) {
      List<String> some = new ArrayList<>();
      for (int i = 0; i < articles; i++) {
        some.add("https://host" + i % hosts + ".example/news/2026/03/a-story-of-some-length-" + i);
        if (some.size() == 1_000 || i == articles - 1) {
          store.track(some, tomorrow);
          some.clear();
        }
      }
      System.out.printf(
          Locale.ROOT,
          "tracked %,d articles of %,d hosts in %.1f s, %,d bytes of file%n",
          articles,
          hosts,
          seconds(from),
          Files.size(file));
      idle(store, seconds);
      busy(store);
    }
  }

  private void idle(WatchStore store, int seconds) throws InterruptedException {
    Watcher watcher = watcher(store, Clock.systemUTC());
    Thread stopper =
        new Thread(
            () -> {
              sleep(seconds);
              System.gc();
              Runtime heap = Runtime.getRuntime();
              System.out.printf(
                  Locale.ROOT,
                  "idle for %d s: %.1f MB of heap in use, %.1f MB taken, %.1f MB allowed; %s%n",
                  seconds,
                  (heap.totalMemory() - heap.freeMemory()) / 1e6,
                  heap.totalMemory() / 1e6,
                  heap.maxMemory() / 1e6,
                  resident());
              watcher.stop();
            });
    stopper.start();
    long cpu = cpu();
    watcher.run();
    System.out.printf(Locale.ROOT, "processor time while idle: %.2f s%n", (cpu() - cpu) / 1e9);
    stopper.join();
  }

  private void busy(WatchStore store) throws InterruptedException {
    long from = System.nanoTime();
    Watcher.Pass pass =
        watcher(store, Clock.offset(Clock.systemUTC(), Duration.ofDays(1))).runOnce();
    double took = seconds(from);
    System.out.printf(
        Locale.ROOT,
        "one pass over all: %,d checks in %.1f s, %,.0f a second; %s%n",
        pass.checks(),
        took,
        pass.checks() / took,
        resident());
  }

  private Watcher watcher(WatchStore store, Clock clock) {
    CaptureSink sink = batch -> batch.stream().map(f -> Taken.of(Showed.FIRST, "")).toList();
    WatchLog log =
        new WatchLog() {
          @Override
          public void fetched(FetchLine line) {
            // What is fetched is counted by the pass.
          }

          @Override
          public void note(String line) {
            System.out.println(line);
          }
        };
    return new Watcher(
        store,
        request -> answer(request.uri(), clock.instant()),
        throttle,
        sink,
        PayloadSource.NONE,
        log,
        clock,
        WatchOptions.STANDARD,
        new OwnHosts(store));
  }

  private static FetchOutcome answer(String uri, Instant now) {
    Payload payload = Payload.of(new byte[1_000]);
    HttpHead head = HttpHead.of("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    Exchange exchange = new Exchange.Http(HttpHead.NONE, head, payload, "");
    Capture capture =
        new Capture(uri, now, 0, "text/html", payload, new CaptureSource.Live(uri), exchange);
    return new FetchOutcome.Answered(List.of(capture), uri, 200, null, null);
  }

  private static String resident() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(l -> l.startsWith("VmRSS"))
          .map(l -> l.replaceAll("\\s+", " "))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private static long cpu() {
    return java.lang.management.ManagementFactory.getPlatformMXBean(
                java.lang.management.OperatingSystemMXBean.class)
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static void sleep(int seconds) {
    try {
      Thread.sleep(seconds * 1_000L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
