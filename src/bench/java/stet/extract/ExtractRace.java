package stet.extract;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import stet.extract.read.Extractors;

/**
 * Races the extractor against readability4j over folders of saved pages: both read the same bytes
 * in memory, in turns, on as many threads as asked for. Printed are pages a second by the clock and
 * by processor time (which other work on the machine disturbs less), and the dearest page in time
 * and memory.
 *
 * <p>Usage: {@code ExtractRace THREADS PASSES DIR...}, each DIR with {@code pages/*.html[.gz]}.
 */
public final class ExtractRace {
  private record Racer(String name, Reader reader) {}

  private interface Reader {
    Object read(byte[] page);
  }

  /** What one pass over all pages took, in nanoseconds and bytes. */
  private record Pass(long wall, long cpu, long dearest, long most) {}

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private ExtractRace() {}

  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[0]);
    int passes = Integer.parseInt(args[1]);
    List<byte[]> pages = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      load(Path.of(args[i], "pages"), pages);
    }
    long bytes = pages.stream().mapToLong(page -> page.length).sum();
    System.out.println(pages.size() + " pages, " + bytes + " bytes, " + threads + " threads");
    Extractor extractor = Extractors.standard();
    Instant at = Instant.parse("2026-11-22T00:00:00Z");
    List<Racer> racers =
        List.of(
            new Racer(
                "stet",
                page -> extractor.extract(new Page("urn:stet:page", "text/html", at, "", page))),
            new Racer(
                "readability4j",
                page ->
                    new Readability4J(
                            "https://example.org/", new String(page, StandardCharsets.UTF_8))
                        .parse()));
    for (int pass = 0; pass < passes; pass++) {
      for (Racer racer : racers) {
        print(racer, pass, pages.size(), run(racer.reader, pages, threads));
      }
    }
  }

  private static void print(Racer racer, int pass, int pages, Pass took) {
    System.out.printf(
        "pass %d  %-14s %6.0f pages/s by the clock  %6.2f ms processor time a page"
            + "  dearest page %5d ms, %4d MB%n",
        pass + 1,
        racer.name,
        pages * 1e9 / took.wall,
        took.cpu / 1e6 / pages,
        took.dearest / 1_000_000,
        took.most / 1_000_000);
  }

  private static Pass run(Reader reader, List<byte[]> pages, int threads)
      throws InterruptedException, ExecutionException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Pass>> parts = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < threads; i++) {
        int first = i;
        parts.add(workers.submit(() -> part(reader, pages, first, threads)));
      }
      long cpu = 0;
      long dearest = 0;
      long most = 0;
      for (Future<Pass> part : parts) {
        cpu += part.get().cpu;
        dearest = Math.max(dearest, part.get().dearest);
        most = Math.max(most, part.get().most);
      }
      return new Pass(System.nanoTime() - start, cpu, dearest, most);
    } finally {
      workers.shutdown();
    }
  }

  private static Pass part(Reader reader, List<byte[]> pages, int first, int step) {
    long start = THREADS.getCurrentThreadCpuTime();
    long dearest = 0;
    long most = 0;
    for (int i = first; i < pages.size(); i += step) {
      long before = THREADS.getCurrentThreadCpuTime();
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      try {
        reader.read(pages.get(i));
      } catch (RuntimeException e) {
        // The other extractor fails on some pages; that is its result.
        continue;
      }
      dearest = Math.max(dearest, THREADS.getCurrentThreadCpuTime() - before);
      most = Math.max(most, THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }
    return new Pass(0, THREADS.getCurrentThreadCpuTime() - start, dearest, most);
  }

  private static void load(Path folder, List<byte[]> pages) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.sorted().toList();
    }
    for (Path file : files) {
      boolean packed = file.toString().endsWith(".gz");
      try (InputStream raw = Files.newInputStream(file);
          InputStream in = packed ? new GZIPInputStream(raw) : raw) {
        pages.add(in.readAllBytes());
      }
    }
  }
}
