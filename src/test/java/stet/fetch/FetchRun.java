package stet.fetch;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import stet.archive.ArchiveWriter;
import stet.archive.WarcArchive;
import stet.capture.Capture;
import stet.capture.Exchange.Http;
import stet.fetch.FetchOptions.Politeness;
import stet.fetch.FetchOutcome.Answered;
import stet.track.CollectionFolder;
import stet.track.CollectionWriter;
import stet.track.Tracker;

/**
 * Fetches pages of real size from many virtual hosts on loopback, throttle on, and prints pages a
 * second, the processor time of the fetching process and its memory. The pages are served by a
 * process of its own, in five content codings by turns, half of them chunked; each carries the
 * digest of its coded bytes, which is compared with what was captured. With {@code --into DIR} each
 * page also goes through archive, extraction and store, with {@code --archive DIR} into the archive
 * alone. The server's own processor time is in none of the figures.
 */
public final class FetchRun {
  private static final int HOSTS = 200;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private final PriorityQueue<Host> ready = new PriorityQueue<>();
  private final AtomicInteger fetched = new AtomicInteger();
  private final AtomicInteger wrong = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private int unfinished = HOSTS;
  private ArchiveWriter out;

  /** One virtual host, its pages to come, and when it may be asked. */
  private static final class Host implements Comparable<Host> {
    private final Deque<String> pages = new ArrayDeque<>();
    private Instant at = Instant.EPOCH;

    @Override
    public int compareTo(Host other) {
      return at.compareTo(other.at);
    }
  }

  private final BlockingQueue<List<Capture>> fresh = new ArrayBlockingQueue<>(4 * Tracker.BATCH);
  private final Path home;
  private final Path archive;
  private final AtomicLong fetching = new AtomicLong();
  private final AtomicLong extracting = new AtomicLong();
  private final AtomicLong keeping = new AtomicLong();

  private final Runnable kept;

  private FetchRun(String into, String archive, Runnable kept) {
    this.home = into.isEmpty() ? null : Path.of(into);
    this.archive = archive.isEmpty() ? null : Path.of(archive);
    this.kept = kept;
  }

  /**
   * Fetches all pages of a server into a collection once, without a pause between requests.
   *
   * @param kept is called when a batch is committed
   * @return milliseconds of processor time that fetching, storing and extracting took
   * @throws IOException when not all came as they were sent
   */
  public static double[] into(Path home, int port, int count, Runnable kept) throws Exception {
    FetchRun run = new FetchRun(home.toString(), "", kept);
    run.fetch(port, count, Duration.ZERO, 32);
    if (run.wrong.get() > 0 || run.fetched.get() < count) {
      throw new IOException("not all pages came as they were sent");
    }
    return Stream.of(run.fetching, run.keeping, run.extracting)
        .mapToDouble(sum -> sum.get() / 1e6)
        .toArray();
  }

  /** Runs the measurement. */
  public static void main(String[] args) throws Exception {
    List<String> all = Arrays.asList(args);
    Path data = Path.of(option(all, "--pages", "../shared/data/extract"));
    int count = Integer.parseInt(option(all, "--count", "2000"));
    if (!Files.isDirectory(data)) {
      System.out.println("skipped: no pages at '" + data + "'");
      return;
    }
    Duration delay = Duration.ofMillis(Long.parseLong(option(all, "--delay", "500")));
    int threads = Integer.parseInt(option(all, "--threads", "32"));
    Process server = PageServer.start(data, count);
    try {
      String into = option(all, "--into", "");
      FetchRun run = new FetchRun(into, option(all, "--archive", ""), () -> {});
      boolean sound = run.run(PageServer.port(server), count, delay, threads);
      System.exit(sound ? 0 : 1);
    } finally {
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static String option(List<String> args, String name, String standard) {
    int at = args.indexOf(name);
    return at < 0 ? standard : args.get(at + 1);
  }

  private boolean run(int port, int count, Duration delay, int threads) throws Exception {
    long begun = System.nanoTime();
    fetch(port, count, delay, threads);
    print(Duration.ofNanos(System.nanoTime() - begun), threads, delay);
    return wrong.get() == 0 && fetched.get() == count;
  }

  private void fetch(int port, int count, Duration delay, int threads) throws Exception {
    Set<String> names =
        IntStream.range(0, HOSTS)
            .mapToObj(i -> "h" + i + ".example")
            .collect(Collectors.toCollection(TreeSet::new));
    Politeness usual = Politeness.STANDARD;
    Politeness polite =
        new Politeness(
            delay,
            usual.maxCrawlDelay(),
            usual.dailyBudget(),
            usual.firstBackOff(),
            usual.maxBackOff(),
            usual.maxRetryAfter(),
            usual.longestPause());
    FetchOptions options =
        FetchOptions.STANDARD.withPoliteness(polite).withAllowedPrivateHosts(names);
    HostThrottle throttle = new HostThrottle(polite);
    List<Host> hosts = Stream.generate(Host::new).limit(HOSTS).toList();
    for (int i = 0; i < count; i++) {
      hosts.get(i % HOSTS).pages.add("http://h" + i % HOSTS + ".example:" + port + "/" + i);
    }
    ready.addAll(hosts);
    HostResolver loopback = name -> List.of(InetAddress.getLoopbackAddress());
    Thread keeper = new Thread(this::keep);
    keeper.start();
    try (Fetcher fetcher =
        new Fetcher(
            options, Clock.systemUTC(), throttle, new RobotsCache(), loopback, Pause.SLEEP)) {
      List<Thread> workers =
          Stream.generate(() -> new Thread(() -> work(fetcher, throttle))).limit(threads).toList();
      workers.forEach(Thread::start);
      for (Thread worker : workers) {
        worker.join();
      }
    }
    fresh.put(List.of());
    keeper.join();
  }

  private void work(Fetcher fetcher, HostThrottle throttle) {
    try {
      for (Host host = next(); host != null; host = next()) {
        String uri = host.pages.element();
        FetchOutcome outcome = fetcher.fetch(FetchRequest.of(uri));
        if (!(outcome instanceof FetchOutcome.Deferred)) {
          host.pages.remove();
          count(outcome);
          fresh.put(outcome.captures());
        }
        back(host, throttle.mayAskAt(Fetcher.authority(uri), Instant.now()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      fetching.addAndGet(THREADS.getCurrentThreadCpuTime());
    }
  }

  /** The rest of the flow, where a collection is named: archive, extract, compare, store. */
  private void keep() {
    try (CollectionWriter writer = home == null ? null : open(home);
        ArchiveWriter alone =
            archive == null
                ? null
                : new WarcArchive(archive)
                    .openForAppend(Clock.systemUTC(), digest -> Optional.empty(), Map.of())) {
      out = alone;
      List<Capture> batch = new ArrayList<>();
      for (List<Capture> next = fresh.take(); !next.isEmpty(); next = fresh.take()) {
        batch.addAll(next);
        if (batch.size() >= Tracker.BATCH) {
          accept(writer, batch);
        }
      }
      accept(writer, batch);
      for (long thread : THREADS.getAllThreadIds()) {
        ThreadInfo info = THREADS.getThreadInfo(thread);
        boolean extracts = info != null && info.getThreadName().equals("extract");
        extracting.addAndGet(extracts ? THREADS.getThreadCpuTime(thread) : 0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      keeping.addAndGet(THREADS.getCurrentThreadCpuTime());
    }
  }

  private static CollectionWriter open(Path home) throws IOException {
    new CollectionFolder(home).make();
    return CollectionWriter.open(home, Clock.systemUTC(), Duration.ZERO);
  }

  private void accept(CollectionWriter writer, List<Capture> batch) throws IOException {
    if (writer != null) {
      writer.tracker().accept(List.copyOf(batch));
      kept.run();
    } else if (out != null) {
      out.append(List.copyOf(batch));
    }
    batch.clear();
  }

  private synchronized Host next() throws InterruptedException {
    while (unfinished > 0) {
      Host first = ready.peek();
      long wait = first == null ? 50 : Duration.between(Instant.now(), first.at).toMillis();
      if (first != null && wait <= 0) {
        return ready.remove();
      }
      wait(Math.max(1, Math.min(wait, 50)));
    }
    return null;
  }

  private synchronized void back(Host host, Instant at) {
    if (host.pages.isEmpty()) {
      unfinished--;
    } else {
      host.at = at;
      ready.add(host);
    }
    notifyAll();
  }

  private void count(FetchOutcome outcome) {
    Capture last = outcome.captures().get(outcome.captures().size() - 1);
    boolean right =
        outcome instanceof Answered
            && last.exchange() instanceof Http http
            && http.response().first("X-Digest").orElse("").equals(last.payload().digest().hex());
    fetched.incrementAndGet();
    bytes.addAndGet(last.payload().size());
    if (!right) {
      wrong.incrementAndGet();
      System.out.println("wrong: " + outcome);
    }
  }

  private void print(Duration wall, int threads, Duration delay) throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double seconds = wall.toMillis() / 1000.0;
    double processor = system.getProcessCpuTime() / 1e9;
    Path status = Path.of("/proc/self/status");
    String peak =
        Files.exists(status)
            ? Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\D+", ""))
                .map(kb -> Long.parseLong(kb) / 1024 + " MB")
                .findFirst()
                .orElse("?")
            : "?";
    System.out.printf(
        "%d pages from %d hosts, %d threads, %d ms between requests to a host: %.1f s, %.0f pages a"
            + " second, %.1f MB as coded, %d wrong%n",
        fetched.get(),
        HOSTS,
        threads,
        delay.toMillis(),
        seconds,
        fetched.get() / seconds,
        bytes.get() / 1e6,
        wrong.get());
    System.out.printf(
        "processor time of the fetching process %.1f s (%.2f of one core; %.1f ms a page, start-up"
            + " included), peak memory %s%n",
        processor, processor / seconds, 1000 * processor / fetched.get(), peak);
    double own = (fetching.get() + extracting.get() + keeping.get()) / 1e9;
    System.out.printf(
        "milliseconds a page: fetching %.2f, archiving and storing %.2f, extracting %.2f, the Java"
            + " machine itself %.2f, of which its compilers %.2f and its memory %.2f%n",
        fetching.get() / 1e6 / fetched.get(),
        keeping.get() / 1e6 / fetched.get(),
        extracting.get() / 1e6 / fetched.get(),
        1000 * (processor - own) / fetched.get(),
        machine("C[12] CompilerThre.*") / fetched.get(),
        machine("GC Thread.*|G1 .*|VM Thread") / fetched.get());
  }

  /** Milliseconds that threads of the Java machine took, as Linux counts them; 0 elsewhere. */
  public static double machine(String names) throws IOException {
    Path tasks = Path.of("/proc/self/task");
    long ticks = 0;
    if (Files.isDirectory(tasks)) {
      try (Stream<Path> all = Files.list(tasks)) {
        for (Path task : all.toList()) {
          String stat = Files.readString(task.resolve("stat"));
          int end = stat.lastIndexOf(')');
          String[] fields = stat.substring(end + 2).split(" ");
          boolean counts = stat.substring(stat.indexOf('(') + 1, end).matches(names);
          ticks += counts ? Long.parseLong(fields[11]) + Long.parseLong(fields[12]) : 0;
        }
      }
    }
    return ticks * 10.0;
  }
}
